import { ProblemError, type Fault } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import { checkAppend } from '../append/check-append';
import { StoreClosedError } from '../errors';
import type { AppendedEvent, EventPattern, EventStore, Position, StoredEvent, StreamAppend } from '../port';
import { AppendQueue, type QueueLimits } from '../postgresql/append/append-queue';
import { callOf } from '../postgresql/append/call';
import { Database } from '../postgresql/database';
import { fullDisk } from '../full-disk';
import { subscribe } from '../wake/subscribe';
import { RoundSender } from './append/round-sender';
import { splitBySize } from './append/split';
import { StreamAppender } from './append/stream-appender';
import type { LogPosition } from './client/log-client';
import { shareClient } from './client/one-client';
import { inTime } from './client/silence';
import { Connection } from './connection/connection';
import { Namespace, wrap } from './envelope';
import { LogReader } from './read/log-reader';
import { StreamReader } from './read/stream-reader';
import { Receipts } from './receipts/receipts';
import { Reservations } from './receipts/reservations';
import { IndexKeeper } from './settle/index-keeper';
import type { EventStoreDbSettings } from './settings/eventstoredb-settings';
import { TIMING, type Timing } from './timing';
import { LogWatch } from './watch/log-watch';

export interface EventStoreDbOptions {
  /** What the names of our streams begin with on the server. */
  readonly namespace?: string;
  /** Before it, the server's log holds nothing of ours. */
  readonly beginning?: LogPosition;
  readonly timing?: Partial<Timing>;
  /** How much may wait while a round is on its way; beyond it callers get a StoreBusyError. */
  readonly waiting?: QueueLimits;
}

const WAITING = { calls: 1_000, events: 20_000 };

/**
 * The log on EventStoreDB or KurrentDB. Beside it an index in PostgreSQL, without payload, knows what the server does
 * not: which ids are taken, and by what. The pool belongs to the caller.
 */
export class EventStoreDbStore implements EventStore {
  readonly engine = 'eventstoredb';
  readonly atomicity = 'stream';
  private readonly connection: Connection;
  private readonly appender: StreamAppender;
  private readonly streams: StreamReader;
  private readonly receipts: Receipts;
  private readonly reader: LogReader;
  private readonly keeper: IndexKeeper;
  private readonly sender: RoundSender;
  private readonly queue: AppendQueue;
  private readonly watch: LogWatch;
  private readonly database: Database;
  private readonly closeMs: number;

  constructor(settings: EventStoreDbSettings, pool: Pool, options: EventStoreDbOptions = {}) {
    const { namespace: name = 'lueckenlos', beginning = 'start', waiting = WAITING } = options;
    const timing = { ...TIMING, ...options.timing };
    const namespace = new Namespace(name);
    const connection = new Connection(shareClient(settings, timing.silenceMs), settings, timing);
    const streams = new StreamReader(connection, namespace);
    const database = new Database(pool);
    const receipts = new Receipts(database);
    const reservations = new Reservations(database, timing.leaseMs);
    const appender = new StreamAppender(connection, namespace, reservations, streams, timing);
    const keeper = new IndexKeeper(connection, streams, receipts, reservations, namespace, beginning, timing);
    this.sender = new RoundSender(reservations, receipts, appender, keeper, timing, connection.closed);
    this.connection = connection;
    this.appender = appender;
    this.closeMs = timing.closeMs;
    this.streams = streams;
    this.database = database;
    this.receipts = receipts;
    this.keeper = keeper;
    this.reader = new LogReader(streams, receipts, namespace, () => keeper.beginning);
    this.queue = new AppendQueue((calls) => this.sender.send(calls), waiting);
    this.watch = new LogWatch(connection, namespace, () => receipts.head(), timing);
    keeper.start();
  }

  async append(streams: readonly StreamAppend[], recordedAt: Date): Promise<AppendedEvent[]> {
    checkAppend(streams, recordedAt);
    // Sizes too are checked before anything is sent.
    streams.forEach(({ events }) => splitBySize(events.map((event) => wrap(event, recordedAt))));
    return streams.length === 0 ? [] : this.queue.append(callOf(streams, recordedAt));
  }

  async readStream(stream: string, from = 0n, limit?: number): Promise<StoredEvent[]> {
    return this.open().streams.read(stream, from < 0n ? 0n : from, limit);
  }

  async readStreams(streams: readonly string[], patterns?: readonly EventPattern[]): Promise<StoredEvent[]> {
    return (await this.indexed()).readStreams(streams, patterns);
  }

  async readCategory(category: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return (await this.indexed()).readCategory(category, after, limit);
  }

  async readAll(after: Position, limit: number): Promise<StoredEvent[]> {
    return this.open().reader.readAll(after, limit);
  }

  async findByIds(ids: readonly string[]): Promise<StoredEvent[]> {
    return (await this.indexed()).findByIds(ids);
  }

  async listBySource(source: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return (await this.indexed()).listBySource(source, after, limit);
  }

  async head(): Promise<Position> {
    return this.open().receipts.head();
  }

  async countBetween(after: Position, upTo: Position): Promise<number> {
    return this.open().receipts.countBetween(after, upTo);
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

  async check(limitMs: number): Promise<Fault | undefined> {
    const standing = await this.connection.check(limitMs);
    if (!standing.isUp) throw new ProblemError({ code: standing.fault });
    if (!this.keeper.isComplete) {
      throw new ProblemError(fullDisk(this.keeper.failure) ?? { code: 'event-store.catching-up' });
    }
    return this.appender.fault ? { code: this.appender.fault } : fullDisk(this.sender.unavailable);
  }

  /** Takes no more appends, answers those that wait, as long as there is time, then breaks off everything else. */
  async close(): Promise<void> {
    const answered = this.queue.close();
    await inTime(answered, this.closeMs).catch(() => undefined);
    await this.connection.close();
    await answered;
    this.database.close();
    await Promise.all([this.watch.close(), this.keeper.ended()]);
  }

  private open(): this {
    if (this.connection.closed.aborted) throw new StoreClosedError();
    return this;
  }

  /** What the index is asked for needs a complete index. */
  private async indexed(): Promise<LogReader> {
    await this.open().keeper.ready();
    return this.reader;
  }
}
