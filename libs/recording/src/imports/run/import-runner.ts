import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { CONFIG, POOL, type Config } from '@lueckenlos/platform';
import type { CheckedRow } from '../../record-events/check-rows';
import { Recorder } from '../../record-events/recorder';
import { RowChecker } from '../../record-events/row-checker';
import type { ImportJob } from '../job/import-job';
import { Rehearsal, type RehearsedChunk } from '../rehearsal/rehearsal';
import type { JobLedger } from './job-ledger';
import { ownRows } from './own-rows';
import { readRows } from './read-rows';
import type { RowChunk } from './row-chunk';
import { rejectionsIn, tally } from './tally';

/** Attempts that save no progress in between, before a job is given up. */
const MAX_FAILURES = 10;

/** A chunk of which everything is done that can be done before those before it are stored. */
interface PreparedChunk extends RowChunk<CheckedRow> {
  store(): Promise<RehearsedChunk>;
}

/** Why a pass ended before the end of the file; undefined where it did not. */
type Interruption = 'cancelled' | 'stopping' | undefined;

/** Works a job from where it stands to its end. */
@Injectable()
export class ImportRunner {
  constructor(
    @Inject(Recorder) private readonly recorder: Pick<Recorder, 'series'>,
    private readonly checker: RowChecker,
    private readonly rehearsal: Rehearsal,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CONFIG) private readonly config: Pick<Config, 'lineLimit'>,
  ) {}

  /** Returns early, with everything counted that is stored, once the process is stopping. */
  async run(ledger: JobLedger, stopping: () => boolean): Promise<void> {
    const started = await ledger.start(await this.store.head());
    if (!started) return;
    if (started.failures >= MAX_FAILURES) return giveUp(ledger, started);
    let job = started;
    for (;;) {
      const { after, interruption } = await this.pass(ledger, job, stopping);
      if (interruption === 'stopping') return;
      if (interruption === 'cancelled')
        return ledger.finish('cancelled', { nothingStored: onlyRehearsed(job) });
      const refused = job.mode === 'all' && after.rejected > 0;
      if (job.pass === 'store' || job.dryRun || refused) {
        return ledger.finish(refused ? 'failed' : 'completed', {
          nothingStored: refused && job.pass === 'rehearse',
        });
      }
      job = await ledger.beginStoring(await this.store.head());
    }
  }

  /** Stores chunk after chunk, and prepares the next one while the log is busy with the present one. */
  private async pass(
    ledger: JobLedger,
    job: ImportJob,
    stopping: () => boolean,
  ): Promise<{ after: ImportJob; interruption: Interruption }> {
    const chunks = this.preparedChunks(job);
    try {
      let next = await chunks.next();
      while (!next.done) {
        if (stopping()) return { after: job, interruption: 'stopping' };
        const chunk = next.value;
        const recording = this.record(ledger, job, chunk);
        const [recorded, following] = await Promise.all([recording, chunks.next()]);
        job = recorded.job;
        if (recorded.cancelled) return { after: job, interruption: 'cancelled' };
        next = following;
      }
      return { after: job, interruption: undefined };
    } finally {
      await chunks.return(undefined);
    }
  }

  private async *preparedChunks(job: ImportJob): AsyncGenerator<PreparedChunk> {
    const prepare = this.preparation(job);
    for await (const chunk of readRows(this.pool, job, this.config.lineLimit)) {
      const rows = await this.checker.check(job.identity, chunk.rows);
      yield { ...chunk, rows, store: await prepare(rows) };
    }
  }

  /** Rows are rehearsed one chunk after another: what was rehearsed counts as known once it is saved. */
  private preparation(job: ImportJob): (rows: readonly CheckedRow[]) => Promise<PreparedChunk['store']> {
    if (job.pass === 'rehearse') return (rows) => Promise.resolve(() => this.rehearsal.record(job, rows));
    const series = this.recorder.series(job.identity, job.id);
    return async (rows) => {
      const store = await series.prepare(rows);
      return async () => ({ results: await store(), rehearsed: [] });
    };
  }

  private async record(
    ledger: JobLedger,
    job: ImportJob,
    chunk: PreparedChunk,
  ): Promise<{ job: ImportJob; cancelled: boolean }> {
    const { results, rehearsed } = await chunk.store();
    const own = await ownRows(this.store, job, results);
    const progress = tally(job, chunk, results, own);
    const rejections = rejectionsIn(job, chunk, results);
    const cancelled = await ledger.save({ progress, rejections, rehearsed });
    return { job: { ...job, ...progress }, cancelled };
  }
}

/** Says from which line on; the file may be sent again, what is in counts as a duplicate then. */
function giveUp(ledger: JobLedger, job: ImportJob): Promise<void> {
  const rejection = { line: job.readLines + 1, id: null, faults: [{ code: 'imports.stopped', pointer: '' }] };
  return ledger.finish('failed', { nothingStored: onlyRehearsed(job), rejections: [rejection] });
}

function onlyRehearsed(job: ImportJob): boolean {
  return job.pass === 'rehearse' && !job.dryRun;
}
