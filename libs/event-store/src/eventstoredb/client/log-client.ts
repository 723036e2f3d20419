/** A place in the log of the server, as the server gave it: others are refused. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** An event as the server has it, whoever wrote it. */
export interface RawEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: LogPosition | undefined;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: unknown;
  readonly metadata: unknown;
}

export interface RawNewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface ReadRange<From> {
  readonly from: From;
  readonly count: number;
  readonly backwards?: boolean;
}

export interface LiveListener {
  event(event: RawEvent): void;
  /** The server has taken the subscription. */
  confirmed(): void;
  /** Once, whatever the reason: nothing more comes. */
  ended(reason: unknown): void;
}

/**
 * What this adapter needs of a client package, and all that it sees of it. No call promises to settle: whoever calls
 * has a timer of its own.
 */
export interface LogClient {
  /** @param expected the revision of the stream's last event */
  append(
    stream: string,
    expected: bigint | 'no_stream',
    events: readonly RawNewEvent[],
  ): Promise<LogPosition | undefined>;
  /** Nothing for a stream that does not exist. The server must be the leader. */
  readStream(stream: string, range: ReadRange<bigint | 'start' | 'end'>): Promise<RawEvent[]>;
  /** From a position (inclusive), or from an end. The server must be the leader. */
  readAll(range: ReadRange<LogPosition | 'start' | 'end'>): Promise<RawEvent[]>;
  /** What is appended to streams of these names after a position (exclusive). Answers how to stop it. */
  follow(from: LogPosition | 'end', prefix: string, listener: LiveListener): () => void;
  /** Breaks off all calls. */
  dispose(): Promise<void>;
}
