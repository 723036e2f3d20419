import type { Fault } from '@lueckenlos/platform';

/**
 * A place in the log of all events: later ones are greater. Counts from 1 without gaps on PostgreSQL; on EventStoreDB
 * it is the place in the server's log, with gaps. A decimal string in JSON.
 */
export type Position = bigint;

/** What an event carries besides its data. Plain JSON. */
export interface EventMetadata {
  /** When the event was known (RFC 3339 UTC): stated by a sender who takes over old data, else the arrival. */
  readonly knownAt: string;
  /** SHA-256 (hex) over what makes two deliveries of one id the same. */
  readonly contentHash: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** Everything else the writer wants to find again, such as warnings or the sender's own id. */
  readonly [member: string]: unknown;
}

export interface NewEvent {
  /** UUID, derived from sender and sender's id, so that a repeated append is the same append. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Who sent it (the `source` of the CloudEvent); null for what the system itself records. */
  readonly source: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: EventMetadata;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** Place in the stream, 0 for the first event. */
  readonly revision: bigint;
  readonly position: Position;
  /** Arrival, RFC 3339 UTC with milliseconds. */
  readonly recordedAt: string;
}

/** `noStream`: the stream must be empty; a revision: the stream's last event must be that one. */
export type ExpectedRevision = 'any' | 'noStream' | bigint;

export interface StreamAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** Where an appended event stands. `stored` is false when it was there before this call. */
export interface AppendedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly recordedAt: string;
  readonly stored: boolean;
}

/** Selects events by type and, where given, by members that their data contains. */
export interface EventPattern {
  readonly type: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * The log. Appends are idempotent by event id: an append whose events are all stored already (in the same
 * streams) answers with their old places; one that overlaps in part is an {@link IdConflictError}.
 */
export interface EventStore {
  /** Which engine this is, for logs and for the conformance kit. */
  readonly engine: 'memory' | 'postgresql' | 'eventstoredb';
  /** What is stored all or nothing: a whole append, or each stream of it. */
  readonly atomicity: 'batch' | 'stream';

  /**
   * Stores all events of the call, or none (where {@link atomicity} is `batch`).
   * The answer is in the order of the call. `recordedAt` is the instant of arrival.
   * @throws WrongExpectedRevisionError naming every stream that is not where the caller expects it
   * @throws IdConflictError when some, but not all, of the ids are stored already, or stand in another stream
   * @throws StoreBusyError when too many appends wait
   */
  append(streams: readonly StreamAppend[], recordedAt: Date): Promise<AppendedEvent[]>;

  /** Events of one stream from a revision on (inclusive), oldest first. */
  readStream(stream: string, from?: bigint, limit?: number): Promise<StoredEvent[]>;
  /** Events of many streams (any order of streams, each in order of revision), only those that fit a pattern if given. */
  readStreams(streams: readonly string[], patterns?: readonly EventPattern[]): Promise<StoredEvent[]>;
  /** Events of all streams `<category>-…`, after a position, in order. Meant for small categories. */
  readCategory(category: string, after: Position, limit: number): Promise<StoredEvent[]>;
  /** The log after a position, in order, at most `limit` events. */
  readAll(after: Position, limit: number): Promise<StoredEvent[]>;
  /**
   * The revision of the last event of each stream; those without events are left out. Only where the whole of an append
   * is stored or nothing: who expects them then learns of everything that came meanwhile, and nothing is stored.
   */
  revisionsOf?(streams: readonly string[]): Promise<ReadonlyMap<string, bigint>>;
  /** Events by id; unknown ids are left out. */
  findByIds(ids: readonly string[]): Promise<StoredEvent[]>;
  /** One sender's events after a position, in order. */
  listBySource(source: string, after: Position, limit: number): Promise<StoredEvent[]>;
  /** The position of the last event, 0 in an empty store. */
  head(): Promise<Position>;
  /** How many events stand after one position and up to another. An engine without it has no gaps: subtract. */
  countBetween?(after: Position, upTo: Position): Promise<number>;
  /** Resolves when the head is beyond `position`, or after `timeoutMs`, or when aborted; never rejects for the latter two. */
  waitBeyond(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void>;
  /** The log after a position in pages, waiting at the head for more until aborted. */
  subscribe(
    after: Position,
    options: { pageSize?: number; signal: AbortSignal },
  ): AsyncIterable<StoredEvent[]>;
  /**
   * How the log stands, within `patienceMs`: nothing when all is well, or what keeps it from taking events although it
   * answers. Rejects when it does not answer, with a reason for an operator.
   */
  check?(patienceMs: number): Promise<Fault | undefined>;
  close(): Promise<void>;
}
