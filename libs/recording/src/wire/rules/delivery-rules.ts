import type { Fault } from '@lueckenlos/platform';
import { formatMonth, monthOfInstant } from '@lueckenlos/chain';
import type { ContextRule } from './context-rule';
import { stageMustBeAllowed } from './sender-rules';
import { EARLIEST } from './time-rules';
import { areaMustBeKnown, stageMustBeKnown } from './vocabulary-rules';

/** What is still to happen can't be delivered completely; the present month may be, on its last day. */
export const periodMustBeOver: ContextRule = ({ period }, { now }) => {
  if (!period) return null;
  const latest = monthOfInstant(now);
  if (EARLIEST <= period.from && period.from <= period.to && period.to <= latest) return null;
  const params = { earliest: formatMonth(EARLIEST), latest: formatMonth(latest) };
  return { code: 'recording.period-out-of-range', pointer: '/data/period', params };
};

export const stagesMustBeAllowed: ContextRule = ({ stages }, context) =>
  each('/data/stages', stages, (stage) => stageMustBeAllowed({ stage }, context));

export const stagesMustBeKnown: ContextRule = ({ stages }, context) =>
  each('/data/stages', stages, (stage) => stageMustBeKnown({ stage }, context));

export const areasMustBeKnown: ContextRule = ({ areas }, context) =>
  each('/data/areas', areas, (area) => areaMustBeKnown({ area }, context));

/** The rule on one name for a list of them: each fault says at which. */
function each(
  pointer: string,
  names: readonly string[] | undefined,
  rule: (name: string) => ReturnType<ContextRule>,
): Fault[] | null {
  if (!names) return null;
  return names.flatMap((name, at) =>
    [rule(name) ?? []].flat().map((fault) => ({ ...fault, pointer: `${pointer}/${at}` })),
  );
}
