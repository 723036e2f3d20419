import { formatMonth, monthOf, monthOfInstant } from '@lueckenlos/chain';
import type { ContextRule } from './context-rule';

const EARLIEST = monthOf(1900, 1);

/** Up to next month, because a move or a place may be reported in advance. */
export const monthMustBePlausible: ContextRule = ({ month }, { now }) => {
  const latest = monthOfInstant(now) + 1;
  if (month === undefined || (month >= EARLIEST && month <= latest)) return null;
  const params = { earliest: formatMonth(EARLIEST), latest: formatMonth(latest) };
  return { code: 'recording.month-out-of-range', pointer: '/data/occurredOn', params };
};

export const knownInstantMustBePast: ContextRule = ({ knownAt }, { now }) =>
  knownAt === undefined || knownAt <= now.getTime()
    ? null
    : { code: 'recording.knownat-in-future', pointer: '/knownat', params: { now: now.toISOString() } };
