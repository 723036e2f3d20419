import type { PoolClient } from 'pg';
import { monthOfInstant } from '@lueckenlos/chain';
import { loadSql, type Clock } from '@lueckenlos/platform';
import { importJobOf, type ImportJob, type ImportJobRow, type ImportProgress } from '../job/import-job';
import type { Rejection } from '../job/import-jobs';
import type { Rehearsed } from '../rehearsal/rehearsed-log';

const sql = (name: string): string => loadSql(`${__dirname}/sql`, name);
const START = sql('start-job.sql');
const SAVE_PROGRESS = sql('save-progress.sql');
const SAVE_REJECTIONS = sql('save-rejections.sql');
const SAVE_REHEARSED = loadSql(`${__dirname}/../rehearsal/sql`, 'save-rehearsed.sql');
const ADD_OUTCOMES = loadSql(`${__dirname}/../../outcomes/sql`, 'add-outcomes-of-job.sql');
const BEGIN_STORING = sql('begin-storing.sql');
const FINISH = sql('finish-job.sql');
const REMOVE_SPOOL = sql('remove-spool.sql');
const REMOVE_REHEARSED = sql('remove-rehearsed.sql');

export type Ending = 'completed' | 'failed' | 'cancelled';

/** What is saved with a chunk, all of it or nothing. */
export interface Entry {
  readonly progress: ImportProgress;
  readonly rejections: readonly Rejection[];
  readonly rehearsed: readonly Rehearsed[];
}

/** The books of one job, kept by the connection that holds it. */
export class JobLedger {
  constructor(
    private readonly client: PoolClient,
    private readonly clock: Clock,
    private readonly id: string,
    /** Told whenever a chunk is counted for good. */
    private readonly saved: () => void = () => undefined,
  ) {}

  /** Null where the job was done before it could be taken up. */
  async start(head: bigint): Promise<ImportJob | null> {
    const { rows } = await this.client.query<ImportJobRow>(START, [this.id, this.clock(), head]);
    return rows[0] ? importJobOf(rows[0]) : null;
  }

  /** Answers whether somebody wants the job to stop. */
  async save({ progress, rejections, rehearsed }: Entry): Promise<boolean> {
    // Most often there are only counts: one statement, of which the log waits for the end.
    const cancelled =
      rejections.length + rehearsed.length === 0
        ? await this.saveProgress(progress)
        : await this.atomically(async () => {
            await this.saveRejections(rejections);
            await this.saveRehearsed(rehearsed, progress.rows);
            return this.saveProgress(progress);
          });
    this.saved();
    return cancelled;
  }

  private async saveProgress(progress: ImportProgress): Promise<boolean> {
    const { readBytes, readLines, rows, accepted, duplicates, rejected, lastPosition } = progress;
    const values = [this.id, readBytes, readLines, rows, accepted, duplicates, rejected, lastPosition];
    const saved = await this.client.query<{ cancel_requested: boolean }>(SAVE_PROGRESS, values);
    return saved.rows[0]?.cancel_requested ?? true;
  }

  async beginStoring(head: bigint): Promise<ImportJob> {
    return this.atomically(async () => {
      await this.client.query(REMOVE_REHEARSED, [this.id]);
      const { rows } = await this.client.query<ImportJobRow>(BEGIN_STORING, [this.id, head]);
      if (!rows[0]) throw new Error('The job is gone.');
      return importJobOf(rows[0]);
    });
  }

  /** What it found is added to the outcomes of the agency, once. The file is not needed any more; counts and report stay. */
  async finish(
    ending: Ending,
    { nothingStored = false, rejections = [] }: FinishOptions = {},
  ): Promise<void> {
    await this.atomically(async () => {
      await this.saveRejections(rejections);
      const now = this.clock();
      await this.client.query(FINISH, [this.id, ending, now, nothingStored]);
      await this.client.query(ADD_OUTCOMES, [this.id, monthOfInstant(now)]);
      await this.client.query(REMOVE_SPOOL, [this.id]);
      await this.client.query(REMOVE_REHEARSED, [this.id]);
    });
  }

  private async saveRejections(rejections: readonly Rejection[]): Promise<void> {
    if (rejections.length === 0) return;
    await this.client.query(SAVE_REJECTIONS, [
      this.id,
      rejections.map(({ line }) => line),
      rejections.map(({ id }) => id),
      rejections.map(({ faults }) => JSON.stringify(faults)),
    ]);
  }

  private async saveRehearsed(rehearsed: readonly Rehearsed[], ordinal: number): Promise<void> {
    if (rehearsed.length === 0) return;
    await this.client.query(SAVE_REHEARSED, [
      this.id,
      rehearsed.map(({ event }) => event.id),
      rehearsed.map(({ stream }) => stream),
      rehearsed.map(({ event }) => JSON.stringify(event)),
      ordinal,
    ]);
  }

  /** Who holds the connection rolls back what fails. */
  private async atomically<T>(work: () => Promise<T>): Promise<T> {
    await this.client.query('BEGIN');
    const result = await work();
    await this.client.query('COMMIT');
    return result;
  }
}

interface FinishOptions {
  /** What was only rehearsed is not counted as accepted. */
  readonly nothingStored?: boolean;
  readonly rejections?: readonly Rejection[];
}
