import type { StoredEvent } from '@lueckenlos/event-store';
import type { PoolClient } from 'pg';

/**
 * A read model: a pure function plus tables. The tables of a version lie in a schema of their own, which is
 * first on the search path whenever the runner calls; statements therefore name tables without a schema.
 */
export interface Projection {
  readonly name: string;
  /** Raise it when tables or fold change: the next start builds a new version beside the live one. */
  readonly code: number;
  /** Creates the tables of a new version, one statement each. */
  readonly tables: readonly string[];
  /** Applies events in order of position, in the transaction that also moves the checkpoint. */
  apply(events: readonly StoredEvent[], tx: PoolClient): Promise<void>;
}
