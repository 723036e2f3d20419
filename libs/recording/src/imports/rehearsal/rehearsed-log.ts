import type {
  AppendedEvent,
  EventPattern,
  EventStore,
  NewEvent,
  Position,
  StoredEvent,
  StreamAppend,
} from '@lueckenlos/event-store';
import type { Pool } from 'pg';
import { loadSql } from '@lueckenlos/platform';
import { DelegatingLog } from './delegating-log';

const sql = (name: string): string => loadSql(`${__dirname}/sql`, name);
const FIND = sql('find-rehearsed.sql');
const READ_STREAMS = sql('read-rehearsed-streams.sql');

interface RehearsedRow {
  readonly stream: string;
  readonly event: NewEvent;
}

/** What was appended in a rehearsal. */
export interface Rehearsed {
  readonly stream: string;
  readonly event: NewEvent;
}

/**
 * The log as it would be had the job stored everything that it has accepted so far. The very same rules judge rows
 * against it, so that a rehearsal and the storing after it can't come to different ends. Memory holds one chunk.
 */
export class RehearsedLog extends DelegatingLog {
  readonly #taken: Rehearsed[] = [];

  constructor(
    log: EventStore,
    private readonly pool: Pool,
    private readonly job: string,
    private readonly now: Date,
  ) {
    super(log);
  }

  /** What this chunk would have stored. */
  get taken(): readonly Rehearsed[] {
    return this.#taken;
  }

  override append(streams: readonly StreamAppend[]): Promise<AppendedEvent[]> {
    const appended = streams.flatMap(({ stream, events }) =>
      events.map((event) => {
        this.#taken.push({ stream, event });
        return { ...this.place(stream), id: event.id, stored: true };
      }),
    );
    return Promise.resolve(appended);
  }

  override async findByIds(ids: readonly string[]): Promise<StoredEvent[]> {
    const [stored, { rows }] = await Promise.all([
      this.log.findByIds(ids),
      this.pool.query<RehearsedRow>(FIND, [this.job, ids]),
    ]);
    return [...stored, ...rows.map((row) => this.asStored(row))];
  }

  override async readStreams(
    streams: readonly string[],
    patterns: readonly EventPattern[] = [],
  ): Promise<StoredEvent[]> {
    const types = patterns.map(({ type }) => type);
    const [stored, { rows }] = await Promise.all([
      this.log.readStreams(streams, patterns),
      this.pool.query<RehearsedRow>(READ_STREAMS, [this.job, streams, types]),
    ]);
    const rehearsed = rows.filter(({ event }) => patterns.some((pattern) => fits(event, pattern)));
    return [...stored, ...rehearsed.map((row) => this.asStored(row))];
  }

  private asStored({ stream, event }: RehearsedRow): StoredEvent {
    return { ...event, ...this.place(stream) };
  }

  /** There is no place in the log: nobody gets a receipt for a rehearsal. */
  private place(stream: string): {
    stream: string;
    revision: bigint;
    position: Position;
    recordedAt: string;
  } {
    return { stream, revision: 0n, position: 0n, recordedAt: this.now.toISOString() };
  }
}

/** Types stand for themselves, and the one member that is asked for (the stage) is a text. */
function fits({ type, data }: NewEvent, pattern: EventPattern): boolean {
  if (type !== pattern.type) return false;
  return Object.entries(pattern.data ?? {}).every(([name, value]) => data[name] === value);
}
