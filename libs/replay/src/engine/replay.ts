import { parseMonth, type Month } from '@lueckenlos/chain';
import { FigureCount, type ReplayedFigures } from './figures/count-figures';
import { canonicalDigest } from './figures/digest';
import type { Chunks } from './log/lines';
import type { LoggedRelease } from './log/logged-releases';
import { knownOf, type ReplayQuestion } from './question';
import { judge, type JudgedRelease, type PublishedCells } from './release/judge';
import { ReleaseCount, type ReleaseSecrets } from './release/count-release';
import { ReplayedLog, type ReadingOptions } from './replayed-log';

/** A release that is to be counted again. */
export interface ReleaseToReplay extends ReleaseSecrets {
  /** What it says of itself; only its id where the log is read to its end and says the rest. */
  readonly release: LoggedRelease | string;
  /** What was published, to compare cell by cell; null where only the digest is known. */
  readonly published: PublishedCells | null;
  /** Of the software that counts it again. */
  readonly codeVersion: string;
}

/** What a replay is asked for: figures at any clocks, or a release with the figures at its clocks. */
export type ReplayTask =
  | { readonly question: ReplayQuestion }
  | { readonly release: ReleaseToReplay; readonly breakdown: Pick<ReplayQuestion, 'by' | 'level'> };

export interface Replay extends ReplayedFigures {
  readonly asOf: Month;
  readonly eventsRead: number;
  /** The figures hold up to here. */
  readonly position: string;
  /** SHA-256 over the canonical JSON (RFC 8785): of the published cells of a release, else of the rows. */
  readonly digest: string;
  readonly release: JudgedRelease | null;
}

/**
 * Reads a log and counts from nothing else.
 * @throws ReplayFault where the log is broken, too short or lacks what is asked for
 */
export async function replay(chunks: Chunks, task: ReplayTask, reading: ReadingOptions): Promise<Replay> {
  const log = await ReplayedLog.read(chunks, reading);
  if ('question' in task) {
    const { figures, position } = await counted(log, task.question, null);
    return {
      ...figures,
      asOf: task.question.asOf,
      eventsRead: log.events,
      position,
      digest: canonicalDigest(figures.rows),
      release: null,
    };
  }
  const { release: asked, published, codeVersion, ...secrets } = task.release;
  const release = typeof asked === 'string' ? log.releases.release(asked) : asked;
  const count = new ReleaseCount(log, release, secrets);
  const { chain } = release;
  const asOf = parseMonth(release.asOf) ?? NaN;
  const known = knownOf(release);
  log.requirePosition(known.upTo);
  const question = { chain, asOf, ...task.breakdown, known };
  const { figures, position } = await counted(log, question, count);
  const judged = judge(release, published, count.calculated(), codeVersion);
  return {
    ...figures,
    asOf,
    eventsRead: log.events,
    position,
    digest: judged.replayedDigest,
    release: judged,
  };
}

async function counted(
  log: ReplayedLog,
  question: ReplayQuestion,
  release: ReleaseCount | null,
): Promise<{ figures: ReplayedFigures; position: string }> {
  const count = new FigureCount(log, question);
  await log.fold(question.known, (child) => {
    count.add(child);
    release?.add(child);
  });
  return { figures: count.figures(), position: log.heldUpTo(question.known) };
}
