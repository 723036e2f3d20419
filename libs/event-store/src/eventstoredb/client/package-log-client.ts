import type { AllStreamResolvedEvent, ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import type { LoadedPackage, PackageClient } from './client-package';
import { drain } from './drain';
import { inTime, SilenceError } from './silence';
import type { LiveListener, LogClient, LogPosition, RawEvent, RawNewEvent, ReadRange } from './log-client';

/** The server refuses unstored what it reads later than this. */
export const APPEND_DEADLINE_MS = 10_000;

/** What is still open after this time is left to itself. */
const DISPOSE_MS = 1_000;

/** The client package behind our interface. Translates and nothing more. */
export class PackageLogClient implements LogClient {
  private readonly client: PackageClient;
  private disposed = false;

  constructor(
    private readonly loaded: LoadedPackage,
    connectionString: string,
    /** How long a read may stay silent. */
    private readonly silenceMs: number,
  ) {
    this.client = loaded.connect(connectionString);
  }

  async append(
    stream: string,
    expected: bigint | 'no_stream',
    events: readonly RawNewEvent[],
  ): Promise<LogPosition | undefined> {
    const { jsonEvent } = this.loaded;
    const proposed = events.map(({ id, type, data, metadata }) => jsonEvent({ id, type, data, metadata }));
    // Credentials of a single call would switch batched appends off: they stand in the connection string.
    const options = { expectedRevision: expected, requiresLeader: true, deadline: APPEND_DEADLINE_MS };
    return (await this.client.appendToStream(stream, proposed, options)).position;
  }

  async readStream(stream: string, range: ReadRange<bigint | 'start' | 'end'>): Promise<RawEvent[]> {
    const { from: fromRevision, count: maxCount, backwards } = range;
    const direction = backwards ? 'backwards' : 'forwards';
    const reading = this.client.readStream(stream, {
      fromRevision,
      maxCount,
      direction,
      requiresLeader: true,
    });
    return this.eventsOf(reading);
  }

  async readAll(range: ReadRange<LogPosition | 'start' | 'end'>): Promise<RawEvent[]> {
    const { from: fromPosition, count: maxCount, backwards } = range;
    const direction = backwards ? 'backwards' : 'forwards';
    const reading = this.client.readAll({ fromPosition, maxCount, direction, requiresLeader: true });
    return this.eventsOf(reading);
  }

  follow(from: LogPosition | 'end', prefix: string, listener: LiveListener): () => void {
    const filter = this.loaded.streamNameFilter({ prefixes: [prefix] });
    const subscription = this.client.subscribeToAll({ fromPosition: from, filter });
    let over = false;
    const end = (reason: unknown): void => {
      if (!over) listener.ended(reason);
      over = true;
    };
    // Without a listener for errors the process would end. What merely ends is dropped all the same.
    subscription.on('error', end);
    subscription.on('end', () => end('ended'));
    subscription.on('close', () => end('closed'));
    subscription.on('confirmation', () => listener.confirmed());
    subscription.on('data', (resolved: AllStreamResolvedEvent) => {
      const event = rawEventOf(resolved);
      if (event && !over) listener.event(event);
    });
    return () => {
      over = true;
      subscription.unsubscribe().catch(() => undefined);
    };
  }

  /** What is broken off by a disposal merely ends, and would pass for the end of the log. */
  private async eventsOf(
    reading: StreamingRead<ResolvedEvent | AllStreamResolvedEvent>,
  ): Promise<RawEvent[]> {
    const events = await drain(reading, this.silenceMs);
    if (this.disposed) throw new SilenceError('read');
    return events.flatMap((resolved) => rawEventOf(resolved) ?? []);
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    // Waits for ever for a stream that the server has closed in order.
    await inTime(this.client.dispose(), DISPOSE_MS).catch(() => undefined);
  }
}

/** A link stands for itself: links are never resolved. Undefined where its event is gone. */
function rawEventOf({ event, link }: ResolvedEvent | AllStreamResolvedEvent): RawEvent | undefined {
  const recorded = link ?? event;
  if (!recorded) return undefined;
  const { streamId: stream, revision, position, id, type, isJson, data, metadata } = recorded;
  return { stream, revision, position, id, type, isJson, data, metadata };
}
