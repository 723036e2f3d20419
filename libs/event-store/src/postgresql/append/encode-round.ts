import type { ExpectedRevision, NewEvent, StreamAppend } from '../../port';
import type { Call } from './call';

/** The calls as the arrays that `event_store.append` takes, in its order. */
export function encodeRound(calls: readonly Call[]): unknown[] {
  const entries = calls.flatMap(({ streams }, call) =>
    streams.map((entry) => ({ call: call + 1, ...entry })),
  );
  return [
    calls.map(({ recordedAt }) => recordedAt.toISOString()),
    entries.map(({ call }) => call),
    entries.map(({ stream }) => stream),
    entries.map(({ expected }) => encodeExpected(expected)),
    entries.map(({ events }) => events.length),
    ...encodeEvents(entries),
  ];
}

function encodeEvents(entries: readonly StreamAppend[]): unknown[] {
  const events = entries.flatMap((entry) => entry.events);
  const column = <T>(value: (event: NewEvent) => T): T[] => events.map(value);
  return [
    entries.flatMap((entry, slot) => entry.events.map(() => slot + 1)),
    entries.flatMap((entry) => entry.events.map((_event, place) => place + 1)),
    column(({ id }) => id),
    column(({ type }) => type),
    column(({ schemaVersion }) => schemaVersion),
    column(({ source }) => source),
    column(({ data }) => JSON.stringify(data)),
    column(({ metadata }) => JSON.stringify(metadata)),
  ];
}

function encodeExpected(expected: ExpectedRevision): string {
  return expected === 'any' ? '-2' : expected === 'noStream' ? '-1' : String(expected);
}
