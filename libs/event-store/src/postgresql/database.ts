import type { Pool, QueryResultRow } from 'pg';
import { StoreClosedError } from '../errors';
import { translate } from './postgres-errors';
import { asText } from './rows';

/** Longer than any statement of ours takes on a slow server. */
const SILENCE_MS = 60_000;

/** The pool as this adapter uses it: rows of plain text, until the store is closed. The pool is not ours to end. */
export class Database {
  private closed = false;

  constructor(
    readonly pool: Pool,
    private readonly silenceMs = SILENCE_MS,
  ) {}

  /**
   * A server that falls silent, with nobody who closes the connection, is waited for no longer than a while: the pool
   * then drops the connection.
   * @throws what `pg` throws
   */
  async query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    const statement = { text, values, types: asText, query_timeout: this.silenceMs };
    const { rows } = await this.pool.query<Row>(statement);
    return rows;
  }

  /** @throws StoreUnavailableError, StoreFailedError */
  async read<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    if (this.closed) {
      throw new StoreClosedError();
    }
    try {
      return await this.query<Row>(text, values);
    } catch (error) {
      throw translate(error);
    }
  }

  close(): void {
    this.closed = true;
  }
}
