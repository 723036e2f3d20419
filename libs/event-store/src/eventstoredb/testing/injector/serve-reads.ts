import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { accessDenied, invalidPosition, notLeader, unavailable } from './broken-call';
import type { FakeEvent, FakeLog } from './fake-log';
import type { Faults, ReadFault } from './faults';
import type { Seen } from './serve-appends';
import { confirmation, eventMessage, notFound, streamNameOf } from './messages';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const BACKWARDS = 1;

/** Serves reads of a stream, reads of all, and subscriptions to all. */
export function serveRead(
  call: ReadCall,
  log: FakeLog,
  faults: Faults<ReadFault>,
  { port, seen }: { port: number; seen: Seen },
  subscribed: (call: ReadCall) => void,
): void {
  const options = call.request.getOptions();
  const stream = options?.getStream();
  const name = streamNameOf(stream?.getStreamIdentifier());
  const fault = faults.take(name);
  call.on('error', () => undefined);
  if (fault === 'silent') return;
  if (fault === 'unavailable') return void call.emit('error', unavailable());
  if (fault === 'not-leader') return void call.emit('error', notLeader(port));
  if (fault === 'denied') return void call.emit('error', accessDenied());
  if (options?.hasSubscription()) return follow(call, log, subscribed);
  const events = stream ? ofStream(call, log, name) : ofAll(call, log);
  if (events === 'invalid') return void call.emit('error', invalidPosition());
  if (events === 'not found') call.write(notFound(name));
  else {
    const page = events.slice(0, Number(options?.getCount()));
    page.forEach((event) => call.write(eventMessage(event)));
    seen.read += page.length;
  }
  call.end();
}

function ofStream(call: ReadCall, log: FakeLog, name: string): readonly FakeEvent[] | 'not found' {
  const events = log.stream(name);
  const options = call.request.getOptions()?.getStream();
  if (!events) return 'not found';
  if (isBackwards(call)) return events.toReversed();
  return options?.hasRevision() ? events.slice(Number(options.getRevision())) : events;
}

/** A read starts with the event at its position. */
function ofAll(call: ReadCall, log: FakeLog): readonly FakeEvent[] | 'invalid' {
  const options = call.request.getOptions()?.getAll();
  if (!options?.hasPosition()) return isBackwards(call) ? log.all.toReversed() : log.all;
  const from = BigInt(options.getPosition()?.getCommitPosition() ?? 0);
  return log.knows(from) ? log.all.filter(({ position }) => position >= from) : 'invalid';
}

/** A subscription starts behind the event at its position. */
function follow(call: ReadCall, log: FakeLog, subscribed: (call: ReadCall) => void): void {
  const options = call.request.getOptions();
  const prefixes = options?.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? [];
  const tell = (event: FakeEvent): void => {
    if (prefixes.some((prefix) => event.stream.startsWith(prefix))) call.write(eventMessage(event));
  };
  const stop = (): void => void log.listeners.delete(tell);
  call.on('cancelled', stop);
  call.on('error', stop);
  call.write(confirmation());
  const from = options?.getAll()?.getPosition()?.getCommitPosition();
  if (from !== undefined) log.all.filter(({ position }) => position > BigInt(from)).forEach(tell);
  log.listeners.add(tell);
  subscribed(call);
}

function isBackwards(call: ReadCall): boolean {
  return Number(call.request.getOptions()?.getReadDirection()) === BACKWARDS;
}
