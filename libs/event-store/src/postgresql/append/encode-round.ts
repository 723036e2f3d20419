import { jsonArray, plainArray, textArray } from '@lueckenlos/platform';
import type { ExpectedRevision, StreamAppend } from '../../port';
import type { Call } from './call';

/** The calls as the arrays that `event_store.append` takes, in its order. */
export function encodeRound(calls: readonly Call[]): (string | Buffer)[] {
  const entries = calls.flatMap(({ streams }, call) =>
    streams.map((entry) => ({ call: call + 1, ...entry })),
  );
  return [
    plainArray(calls.map(({ recordedAt }) => recordedAt.toISOString())),
    plainArray(entries.map(({ call }) => call)),
    textArray(entries.map(({ stream }) => stream)),
    plainArray(entries.map(({ expected }) => encodeExpected(expected))),
    plainArray(entries.map(({ events }) => events.length)),
    ...encodeEvents(entries),
  ];
}

function encodeEvents(entries: readonly StreamAppend[]): (string | Buffer)[] {
  const events = entries.flatMap((entry) => entry.events);
  return [
    plainArray(entries.flatMap((entry, slot) => entry.events.map(() => slot + 1))),
    plainArray(entries.flatMap((entry) => entry.events.map((_event, place) => place + 1))),
    plainArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    plainArray(events.map(({ schemaVersion }) => schemaVersion)),
    textArray(events.map(({ source }) => source)),
    jsonArray(events.map(({ data }) => data)),
    jsonArray(events.map(({ metadata }) => metadata)),
  ];
}

/** -1 for no stream and -2 for any, because no revision is negative. */
function encodeExpected(expected: ExpectedRevision): bigint {
  return expected === 'any' ? -2n : expected === 'noStream' ? -1n : expected;
}
