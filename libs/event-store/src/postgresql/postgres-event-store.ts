import type { Fault } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import { checkAppend } from '../append/check-append';
import type { AppendedEvent, EventPattern, EventStore, Position, StoredEvent, StreamAppend } from '../port';
import { subscribe } from '../wake/subscribe';
import { AppendQueue, type QueueLimits } from './append/append-queue';
import { callOf } from './append/call';
import { RoundSender } from './append/round-sender';
import { Database } from './database';
import { fullDisk } from '../full-disk';
import { PostgresReader } from './postgres-reader';
import { HeadWatch } from './wake/head-watch';

export interface PostgresEventStoreOptions {
  /** How much may wait while an append is on its way; beyond it callers get a StoreBusyError. */
  readonly waiting?: QueueLimits;
  /** How often somebody who waits looks at the head, in case no notification comes. */
  readonly pollMs?: number;
  /** How long a statement may stay unanswered. */
  readonly silenceMs?: number;
}

const WAITING = { calls: 1_000, events: 20_000 };
const POLL_MS = 500;

/** The log in the schema `event_store` of a PostgreSQL database. The pool belongs to the caller. */
export class PostgresEventStore implements EventStore {
  readonly engine = 'postgresql';
  readonly atomicity = 'batch';
  private readonly database: Database;
  private readonly reader: PostgresReader;
  private readonly sender: RoundSender;
  private readonly queue: AppendQueue;
  private readonly watch: HeadWatch;

  constructor(
    pool: Pool,
    { waiting = WAITING, pollMs = POLL_MS, silenceMs }: PostgresEventStoreOptions = {},
  ) {
    this.sender = new RoundSender((this.database = new Database(pool, silenceMs)));
    this.reader = new PostgresReader(this.database);
    this.queue = new AppendQueue((calls) => this.sender.send(calls), waiting);
    this.watch = new HeadWatch(pool, () => this.head(), pollMs);
  }

  async append(streams: readonly StreamAppend[], recordedAt: Date): Promise<AppendedEvent[]> {
    checkAppend(streams, recordedAt);
    return streams.length === 0 ? [] : this.queue.append(callOf(streams, recordedAt));
  }

  readStream(stream: string, from = 0n, limit?: number): Promise<StoredEvent[]> {
    return this.reader.readStream(stream, from, limit);
  }

  readStreams(streams: readonly string[], patterns?: readonly EventPattern[]): Promise<StoredEvent[]> {
    return this.reader.readStreams(streams, patterns);
  }

  revisionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    return this.reader.revisionsOf(streams);
  }

  readCategory(category: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.reader.readCategory(category, after, limit);
  }

  readAll(after: Position, limit: number): Promise<StoredEvent[]> {
    return this.reader.readAll(after, limit);
  }

  findByIds(ids: readonly string[]): Promise<StoredEvent[]> {
    return this.reader.findByIds(ids);
  }

  listBySource(source: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.reader.listBySource(source, after, limit);
  }

  head(): Promise<Position> {
    return this.reader.head();
  }

  waitBeyond(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    return this.watch.wait(position, timeoutMs, signal);
  }

  subscribe(
    after: Position,
    options: { pageSize?: number; signal: AbortSignal },
  ): AsyncIterable<StoredEvent[]> {
    return subscribe(this, after, options);
  }

  /** Whether it answers is the database's affair. */
  check(): Promise<Fault | undefined> {
    return Promise.resolve(fullDisk(this.sender.unavailable));
  }

  /** Takes no more appends, answers those that wait, then lets everybody go who waits for news. */
  async close(): Promise<void> {
    await this.queue.close();
    this.database.close();
    await this.watch.close();
  }
}
