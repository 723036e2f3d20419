import { IdConflictError, MalformedAppendError } from '../errors';
import type { NewEvent, StreamAppend } from '../port';
import { checkPlainJson, checkText } from './plain-json';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_NAME = 500;
const MAX_VERSION = 2 ** 31 - 1;

/** Refuses before anything is sent what no engine could store, or could store only altered. */
export function checkAppend(streams: readonly StreamAppend[], recordedAt: Date): void {
  demand(!Number.isNaN(recordedAt.getTime()), 'the arrival is an instant');
  const names = new Set(streams.map(({ stream }) => stream));
  demand(names.size === streams.length, 'each stream stands once in an append');
  streams.forEach(checkStream);
  const repeated = idsThatRepeat(streams);
  if (repeated.length > 0) {
    throw new IdConflictError(repeated);
  }
}

function checkStream({ stream, expected, events }: StreamAppend): void {
  checkName(stream, 'a stream has a name of 1 to 500 characters');
  demand(events.length > 0, 'each stream gets at least one event');
  demand(typeof expected !== 'bigint' || expected >= 0n, 'an expected revision is not negative');
  events.forEach(checkEvent);
}

function checkEvent({ id, type, schemaVersion, source, data, metadata }: NewEvent): void {
  demand(UUID.test(id), 'an id is a UUID in lower case');
  checkName(type, 'a type has 1 to 500 characters');
  demand(
    Number.isInteger(schemaVersion) && schemaVersion >= 1 && schemaVersion <= MAX_VERSION,
    'a schema version counts from 1',
  );
  if (source !== null) {
    checkName(source, 'a source is null or has 1 to 500 characters');
  }
  checkPlainJson(data);
  checkPlainJson(metadata);
}

function checkName(name: string, rule: string): void {
  demand(name.length >= 1 && name.length <= MAX_NAME, rule);
  checkText(name);
}

function idsThatRepeat(streams: readonly StreamAppend[]): string[] {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const { events } of streams) {
    for (const { id } of events) {
      if (seen.size === seen.add(id).size) repeated.push(id);
    }
  }
  return repeated;
}

function demand(holds: boolean, rule: string): void {
  if (!holds) {
    throw new MalformedAppendError(rule);
  }
}
