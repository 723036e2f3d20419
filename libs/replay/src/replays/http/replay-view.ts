import { renderFault, type Language } from '@lueckenlos/platform';
import { isFaultCode, faultText } from '../../engine/fault';
import type { JudgedRelease } from '../../engine';
import { versionNote } from '../../engine/release/code-versions';
import type { FailedReplay, ReplayJob } from '../replay-job';

/** A replay as it is answered: its result only once it is there. */
export function replayView(
  { id, state, task, eventsRead, askedAt, finishedAt, answer }: ReplayJob,
  language: Language,
): object {
  const { upTo, chain, chainVersion, asOf, by, level, boundaries = asOf, knownBefore, curves } = task;
  const common = {
    id,
    state,
    chain,
    ...(chainVersion === undefined ? {} : { chainVersion }),
    asOf,
    by,
    level,
    boundaries,
    knownBefore,
    ...(curves && { curves: { ...curves.request, ...curves.filters } }),
    eventsRead,
    askedAt: askedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
  if (answer === null) return { ...common, position: upTo };
  if ('code' in answer) return { ...common, position: upTo, problem: problemOf(answer, language) };
  const { live, ...figures } = answer;
  if ('strata' in figures) return { ...common, ...figures, ...(live && { live }) };
  const { release, ...result } = figures;
  return {
    ...common,
    ...result,
    ...(release && { release: releaseView(release, language) }),
    ...(live && { live }),
  };
}

/** An answer that was stored by an earlier version may not say which versions have counted. */
function releaseView(release: Partial<Pick<JudgedRelease, 'codeVersions'>>, language: Language): object {
  const note = release.codeVersions && versionNote(release.codeVersions, language);
  return { ...release, ...(note && { note }) };
}

function problemOf({ code, params }: FailedReplay, language: Language): { code: string; detail: string } {
  if (isFaultCode(code)) return { code, detail: faultText(code, params, language) };
  return { code, detail: renderFault({ code }, language).detail };
}
