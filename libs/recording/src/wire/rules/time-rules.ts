import { formatMonth, monthOf, monthOfInstant } from '@lueckenlos/chain';
import type { ContextRule } from './context-rule';

/** Nothing that is reported here happened before. */
export const EARLIEST = monthOf(1900, 1);

/** Up to next month, because a move or a place may be reported in advance. */
export const monthMustBePlausible: ContextRule = ({ month }, { now }) => {
  const latest = monthOfInstant(now) + 1;
  if (month === undefined || (month >= EARLIEST && month <= latest)) return null;
  const params = { earliest: formatMonth(EARLIEST), latest: formatMonth(latest) };
  return { code: 'recording.month-out-of-range', pointer: '/data/occurredOn', params };
};

const EARLIEST_INSTANT = Date.UTC(1900, 0, 1);

export const knownInstantMustBePast: ContextRule = ({ knownAt }, { now }) => {
  if (knownAt === undefined || (knownAt >= EARLIEST_INSTANT && knownAt <= now.getTime())) return null;
  const params = { earliest: new Date(EARLIEST_INSTANT).toISOString(), latest: now.toISOString() };
  return { code: 'recording.knownat-out-of-range', pointer: '/knownat', params };
};
