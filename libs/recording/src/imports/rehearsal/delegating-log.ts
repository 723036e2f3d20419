import type {
  AppendedEvent,
  EventPattern,
  EventStore,
  Position,
  StoredEvent,
  StreamAppend,
} from '@lueckenlos/event-store';

/** A log that is another one in everything that a subclass does not change. */
export class DelegatingLog implements EventStore {
  readonly engine: EventStore['engine'];
  readonly atomicity: EventStore['atomicity'];

  constructor(protected readonly log: EventStore) {
    this.engine = log.engine;
    this.atomicity = log.atomicity;
  }

  append(streams: readonly StreamAppend[], recordedAt: Date): Promise<AppendedEvent[]> {
    return this.log.append(streams, recordedAt);
  }

  readStream(stream: string, from?: bigint, limit?: number): Promise<StoredEvent[]> {
    return this.log.readStream(stream, from, limit);
  }

  readStreams(streams: readonly string[], patterns?: readonly EventPattern[]): Promise<StoredEvent[]> {
    return this.log.readStreams(streams, patterns);
  }

  readCategory(category: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.log.readCategory(category, after, limit);
  }

  readAll(after: Position, limit: number): Promise<StoredEvent[]> {
    return this.log.readAll(after, limit);
  }

  findByIds(ids: readonly string[]): Promise<StoredEvent[]> {
    return this.log.findByIds(ids);
  }

  listBySource(source: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.log.listBySource(source, after, limit);
  }

  head(): Promise<Position> {
    return this.log.head();
  }

  waitBeyond(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    return this.log.waitBeyond(position, timeoutMs, signal);
  }

  subscribe(
    after: Position,
    options: { pageSize?: number; signal: AbortSignal },
  ): AsyncIterable<StoredEvent[]> {
    return this.log.subscribe(after, options);
  }

  close(): Promise<void> {
    return this.log.close();
  }
}
