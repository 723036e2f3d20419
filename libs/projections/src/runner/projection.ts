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
  /** How to get through much of the log with less work than page by page, where there is such a way. */
  readonly bulk?: Bulk;
}

/** Gets through many pages at once. What comes of it is what would come of page by page. */
export interface Bulk {
  begin(): Stretch;
  /**
   * Counts the next part of what was filed in a version that nobody reads yet; true when all is counted.
   * The parts are transactions of their own: a crash between two of them loses nothing.
   * @param reader reads what was filed, while `tx` writes
   */
  count(tx: PoolClient, reader: PoolClient): Promise<boolean>;
}

/** What some pages brought, in memory. */
export interface Stretch {
  /**
   * Takes the next page.
   * @throws an error that is not transient where an event can't be applied; then the stretch is given up
   */
  add(events: readonly StoredEvent[]): void;
  /** How much memory it takes, roughly. */
  readonly bytes: number;
  /** Brings the tables up to the end of the stretch, as applying its pages would. */
  apply(tx: PoolClient): Promise<void>;
  /** Keeps what it brought without counting it: quickly, for a version that nobody reads until all is counted. */
  file(tx: PoolClient): Promise<void>;
}
