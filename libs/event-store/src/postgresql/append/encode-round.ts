import type { ExpectedRevision } from '../../port';
import type { Call } from './call';
import { jsonArray, plainArray, textArray } from '@lueckenlos/platform';

/** The calls as the arrays that `event_store.append` takes, in its order. */
export function encodeRound(calls: readonly Call[]): (string | Buffer)[] {
  const stream = {
    call: [] as number[],
    name: [] as string[],
    expected: [] as bigint[],
    size: [] as number[],
  };
  const event = {
    slot: [] as number[],
    place: [] as number[],
    id: [] as string[],
    type: [] as string[],
    version: [] as number[],
    source: [] as (string | null)[],
    data: [] as unknown[],
    metadata: [] as unknown[],
  };
  for (const [call, { streams }] of calls.entries()) {
    for (const { stream: name, expected, events } of streams) {
      stream.call.push(call + 1);
      stream.name.push(name);
      stream.expected.push(encodeExpected(expected));
      stream.size.push(events.length);
      for (const [place, one] of events.entries()) {
        event.slot.push(stream.name.length);
        event.place.push(place + 1);
        event.id.push(one.id);
        event.type.push(one.type);
        event.version.push(one.schemaVersion);
        event.source.push(one.source);
        event.data.push(one.data);
        event.metadata.push(one.metadata);
      }
    }
  }
  return [
    plainArray(calls.map(({ recordedAt }) => recordedAt.toISOString())),
    plainArray(stream.call),
    textArray(stream.name),
    plainArray(stream.expected),
    plainArray(stream.size),
    plainArray(event.slot),
    plainArray(event.place),
    plainArray(event.id),
    textArray(event.type),
    plainArray(event.version),
    textArray(event.source),
    jsonArray(event.data),
    jsonArray(event.metadata),
  ];
}

/** -1 for no stream and -2 for any, because no revision is negative. */
function encodeExpected(expected: ExpectedRevision): bigint {
  return expected === 'any' ? -2n : expected === 'noStream' ? -1n : expected;
}
