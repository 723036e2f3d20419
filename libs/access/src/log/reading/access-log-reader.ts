import { Inject, Injectable } from '@nestjs/common';
import { loadSql, POOL, ProblemError } from '@lueckenlos/platform';
import { Pool } from 'pg';
import { ReadEntry } from './access-log-entry';
import { AccessLogQuery } from './access-log-query.dto';

const READ = loadSql(__dirname, 'read-entries.sql');
const LAST = loadSql(__dirname, 'last-entry.sql');
const PAGE = 2_000;

/** Reads the access log, for the data-protection officer. */
@Injectable()
export class AccessLogReader {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /**
   * Entries in their order, page by page as they are taken, up to the last one at this moment.
   * @param limit at most so many; `query.limit` is left to the caller
   */
  async open(query: AccessLogQuery, limit: number): Promise<AsyncIterable<readonly ReadEntry[]>> {
    const { from, until } = query;
    if (from !== undefined && until !== undefined && Date.parse(until) <= Date.parse(from)) {
      throw new ProblemError({
        code: 'access.span-reversed',
        pointer: '/until',
        params: { from, to: until },
      });
    }
    const { rows } = await this.pool.query<{ id: string }>(LAST);
    return this.pages(query, rows[0]?.id ?? '0', limit);
  }

  private async *pages(
    query: AccessLogQuery,
    last: string,
    limit: number,
  ): AsyncGenerator<readonly ReadEntry[]> {
    const { from = null, until = null, role = null, client = null, operation = null } = query;
    let [after, left] = [query.after ?? '0', limit];
    while (left > 0) {
      const size = Math.min(PAGE, left);
      const values = [after, last, from, until, role, client, operation, size];
      const { rows } = await this.pool.query<ReadEntry>(READ, values);
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
      after = rows.at(-1)?.id ?? after;
      left -= rows.length;
    }
  }
}
