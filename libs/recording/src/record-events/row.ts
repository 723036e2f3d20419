import type { Fault } from '@lueckenlos/platform';
import type { ShapeCheck } from '../wire/shape/shape-check';

/** A row as it came in: a parsed JSON value, or what was wrong when it could not even be parsed. */
export type RawRow =
  | { readonly index: number; readonly value: unknown }
  | { readonly index: number; readonly faults: readonly Fault[]; readonly id?: string };

/** `each`: every row stands for itself. `all`: one bad row and nothing is stored. */
export type RecordMode = 'each' | 'all';

export interface RecordOptions {
  readonly mode: RecordMode;
  /** Stores nothing; the report is the same. */
  readonly dryRun: boolean;
  readonly correlationId?: string;
  /** How the members are checked; by default with the compiled schema. The other way gives the same faults. */
  readonly shape?: ShapeCheck;
}

/** Proof that a record is in the log, the same at every later delivery of it. */
export interface Receipt {
  /** The sender's id. */
  readonly id: string;
  readonly source: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** Arrival, RFC 3339 UTC. */
  readonly recordedAt: string;
}

export type RowOutcome = 'accepted' | 'duplicate' | 'rejected';

/** What became of one row. A row that was accepted in a dry run has no receipt. */
export interface RowResult {
  readonly index: number;
  /** The sender's id where one could be read. */
  readonly id: string | null;
  readonly outcome: RowOutcome;
  readonly receipt?: Receipt;
  /** Why the row was rejected, everything at once. */
  readonly faults?: readonly Fault[];
  /** What is odd about a row that is in all the same. */
  readonly warnings?: readonly Fault[];
}
