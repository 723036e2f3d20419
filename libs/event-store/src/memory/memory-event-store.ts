import { checkAppend } from '../append/check-append';
import { StoreClosedError } from '../errors';
import type { AppendedEvent, EventPattern, EventStore, Position, StoredEvent, StreamAppend } from '../port';
import { subscribe } from '../wake/subscribe';
import { Waiters } from '../wake/waiters';
import { contains } from './contains';
import { MemoryLog } from './memory-log';

/** The log in memory, for tests. Keeps nothing; stores that share a {@link MemoryLog} see the same events. */
export class MemoryEventStore implements EventStore {
  readonly engine = 'memory';
  readonly atomicity = 'batch';
  private readonly waiters = new Waiters();
  private readonly wake = (head: Position): void => this.waiters.wake(head);
  private closed = false;

  constructor(private readonly shared = new MemoryLog()) {
    shared.listeners.add(this.wake);
  }

  append(streams: readonly StreamAppend[], recordedAt: Date): Promise<AppendedEvent[]> {
    return this.answer((log) => {
      checkAppend(streams, recordedAt);
      return log.append(streams, recordedAt);
    });
  }

  readStream(stream: string, from = 0n, limit = Infinity): Promise<StoredEvent[]> {
    return this.answer((log) => {
      const first = Number(from < 0n ? 0n : from);
      return (log.streams.get(stream) ?? []).slice(first, first + limit);
    });
  }

  readStreams(streams: readonly string[], patterns?: readonly EventPattern[]): Promise<StoredEvent[]> {
    const fits = (event: StoredEvent): boolean =>
      patterns === undefined ||
      patterns.some(({ type, data = {} }) => type === event.type && contains(event.data, data));
    return this.answer((log) =>
      [...new Set(streams)].flatMap((stream) => (log.streams.get(stream) ?? []).filter(fits)),
    );
  }

  revisionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    const revisionOf = (log: MemoryLog, stream: string): bigint | undefined =>
      log.streams.get(stream)?.at(-1)?.revision;
    return this.answer((log) => {
      const found = streams.map((stream) => [stream, revisionOf(log, stream)] as const);
      return new Map(
        found.flatMap(([stream, revision]) => (revision === undefined ? [] : [[stream, revision]])),
      );
    });
  }

  readCategory(category: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.select(after, limit, ({ stream }) => stream.split('-', 1)[0] === category);
  }

  readAll(after: Position, limit: number): Promise<StoredEvent[]> {
    // Positions are dense, so a position is a place in the list.
    const first = Number(after < 0n ? 0n : after);
    return this.answer((log) => log.events.slice(first, first + limit));
  }

  findByIds(ids: readonly string[]): Promise<StoredEvent[]> {
    return this.answer((log) => [...new Set(ids)].flatMap((id) => log.byId.get(id) ?? []));
  }

  listBySource(source: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.select(after, limit, (event) => event.source === source);
  }

  head(): Promise<Position> {
    return this.answer((log) => BigInt(log.events.length));
  }

  waitBeyond(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    // Looks and waits in one step, so that no append slips in between.
    const news = this.closed || BigInt(this.shared.events.length) > position;
    return news ? Promise.resolve() : this.waiters.wait(position, timeoutMs, signal);
  }

  subscribe(
    after: Position,
    options: { pageSize?: number; signal: AbortSignal },
  ): AsyncIterable<StoredEvent[]> {
    return subscribe(this, after, options);
  }

  close(): Promise<void> {
    this.closed = true;
    this.shared.listeners.delete(this.wake);
    this.waiters.releaseAll();
    return Promise.resolve();
  }

  private select(
    after: Position,
    limit: number,
    fits: (event: StoredEvent) => boolean,
  ): Promise<StoredEvent[]> {
    return this.answer((log) => log.events.filter((e) => e.position > after && fits(e)).slice(0, limit));
  }

  private answer<T>(read: (log: MemoryLog) => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.closed) {
        throw new StoreClosedError();
      }
      resolve(read(this.shared));
    });
  }
}
