import type { ImportJob, ImportState } from './import-job';

/** What a sender is told about a job. */
export interface ImportView {
  readonly id: string;
  readonly state: ImportState;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly digest: string;
}

export function importView(job: ImportJob): ImportView {
  const { id, state, rows, duplicates, rejected, startedAt, finishedAt, digest } = job;
  // What is only rehearsed for a file that is to be stored as a whole is not in.
  const accepted = job.pass === 'rehearse' && !job.dryRun ? 0 : job.accepted;
  return {
    id,
    state,
    rows,
    accepted,
    duplicates,
    rejected,
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    digest,
  };
}
