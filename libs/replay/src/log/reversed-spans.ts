import type { Fault } from '@lueckenlos/platform';
import type { LogQuery } from './log-query.dto';

/** A fault for each span whose end is not after its beginning; between equal positions there may be nothing. */
export function reversedSpans(query: LogQuery): Fault[] {
  const { after = '0', upTo, recordedFrom, recordedBefore, knownFrom, knownBefore } = query;
  return [
    ...reversed('upTo', after, upTo, (from, to) => BigInt(to) < BigInt(from)),
    ...reversed('recordedBefore', recordedFrom, recordedBefore, noLater),
    ...reversed('knownBefore', knownFrom, knownBefore, noLater),
  ];
}

const noLater = (from: string, to: string): boolean => Date.parse(to) <= Date.parse(from);

function reversed(
  parameter: string,
  from: string | undefined,
  to: string | undefined,
  isReversed: (from: string, to: string) => boolean,
): Fault[] {
  if (from === undefined || to === undefined || !isReversed(from, to)) return [];
  return [{ code: 'replay.span-reversed', pointer: `/${parameter}`, params: { from, to } }];
}
