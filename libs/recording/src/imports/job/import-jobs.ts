import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { CLOCK, loadSql, POOL, ProblemError, type Clock, type Fault } from '@lueckenlos/platform';
import { importJobOf, type ImportJob, type ImportJobRow } from './import-job';
import '../imports.problems';

const sql = (name: string): string => loadSql(`${__dirname}/sql`, name);
const FIND = sql('find-job.sql');
const LIST = sql('list-jobs.sql');
const CANCEL = sql('cancel-job.sql');
const REMOVE_SPOOL = sql('remove-spool-of-cancelled.sql');
const REJECTIONS = sql('read-rejections.sql');
const PAGE = 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A line that was refused. */
export interface Rejection {
  readonly line: number;
  readonly id: string | null;
  readonly faults: readonly Fault[];
}

/** What an agency sees of its jobs. To everybody else they do not exist. */
@Injectable()
export class ImportJobs {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(id: string, agency: string): Promise<ImportJob> {
    const found = UUID.test(id) ? await this.pool.query<ImportJobRow>(FIND, [id, agency]) : { rows: [] };
    if (!found.rows[0]) throw new ProblemError({ code: 'imports.unknown-import' });
    return importJobOf(found.rows[0]);
  }

  /** The newest first, those before a given job. */
  async list(agency: string, limit: number, before: string | null): Promise<ImportJob[]> {
    if (before !== null) await this.find(before, agency);
    const { rows } = await this.pool.query<ImportJobRow>(LIST, [agency, before, limit]);
    return rows.map(importJobOf);
  }

  /** One that waits is cancelled at once; one that runs stops behind its present chunk. */
  async requestCancel(id: string, agency: string): Promise<ImportJob> {
    await this.find(id, agency);
    await this.pool.query(CANCEL, [id, agency, this.clock()]);
    await this.pool.query(REMOVE_SPOOL, [id]);
    return this.find(id, agency);
  }

  /** In the order of lines, page by page: there may be millions. */
  async *rejections(job: ImportJob): AsyncGenerator<Rejection[]> {
    for (let after = 0; ;) {
      const { rows } = await this.pool.query<{ line: string; id: string | null; faults: Fault[] }>(
        REJECTIONS,
        [job.id, after, PAGE],
      );
      const page = rows.map(({ line, id, faults }) => ({ line: Number(line), id, faults }));
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page[page.length - 1]?.line ?? after;
    }
  }
}
