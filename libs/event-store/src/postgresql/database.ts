import type { Pool, QueryResultRow } from 'pg';
import { StoreClosedError } from '../errors';
import { translate } from './postgres-errors';
import { asText } from './rows';

/** The pool as this adapter uses it: rows of plain text, until the store is closed. The pool is not ours to end. */
export class Database {
  private closed = false;

  constructor(readonly pool: Pool) {}

  /** @throws what `pg` throws */
  async query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ text, values, types: asText });
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
