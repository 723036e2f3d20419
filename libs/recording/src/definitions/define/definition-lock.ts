import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { inTransaction, loadSql, POOL } from '@lueckenlos/platform';

const LOCK = loadSql(__dirname, 'lock-definitions.sql');

/**
 * One definition at a time in the whole installation: an area code must not be given to two municipalities by two
 * requests at once, and no single stream's revision could tell them.
 */
@Injectable()
export class DefinitionLock {
  #last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /** Within this process requests queue here, so that those who wait hold no connection that the first one needs. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() =>
      inTransaction(this.pool, async (client) => {
        await client.query(LOCK);
        return work();
      }),
    );
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
