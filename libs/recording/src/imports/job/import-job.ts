import type { Identity, Scope } from '@lueckenlos/access';
import type { RecordMode } from '../../record-events/row';

export type ImportMedia = 'ndjson' | 'csv';
export type ImportState = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
/** A rehearsal goes through the whole file and stores nothing; storing does. */
export type ImportPass = 'rehearse' | 'store';

/** How far the present pass has come: everything before is counted, nothing after it is. */
export interface ImportProgress {
  readonly readBytes: number;
  readonly readLines: number;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Nothing that this job has still to store stands at this position of the log or before it. */
  readonly lastPosition: bigint;
}

export interface ImportJob extends ImportProgress {
  readonly id: string;
  readonly seq: string;
  /** Who sent it, with what it might do then: its rows are judged by that whenever they are worked on. */
  readonly identity: Identity & { readonly agency: string };
  readonly media: ImportMedia;
  readonly mode: RecordMode;
  readonly dryRun: boolean;
  readonly state: ImportState;
  readonly cancelRequested: boolean;
  readonly pass: ImportPass;
  /** Attempts that failed since the last progress. */
  readonly failures: number;
  /** SHA-256 (hex) of the file, decompressed. */
  readonly digest: string;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** A job as it stands in its table; `pg` gives 64-bit numbers as text. */
export interface ImportJobRow {
  readonly id: string;
  readonly seq: string;
  readonly agency: string;
  readonly client_id: string;
  readonly role: string;
  readonly scopes: readonly Scope[];
  readonly media: ImportMedia;
  readonly mode: RecordMode;
  readonly dry_run: boolean;
  readonly state: ImportState;
  readonly cancel_requested: boolean;
  readonly pass: ImportPass;
  readonly failures: number;
  readonly digest: string;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly read_bytes: string;
  readonly read_lines: string;
  readonly rows: string;
  readonly accepted: string;
  readonly duplicates: string;
  readonly rejected: string;
  readonly last_position: string;
}

export function importJobOf(row: ImportJobRow): ImportJob {
  const { id, seq, agency, media, mode, state, pass, failures, digest } = row;
  return {
    id,
    seq,
    identity: { clientId: row.client_id, role: row.role, scopes: new Set(row.scopes), agency },
    media,
    mode,
    dryRun: row.dry_run,
    state,
    cancelRequested: row.cancel_requested,
    pass,
    failures,
    digest,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    ...progressOf(row),
  };
}

function progressOf(row: ImportJobRow): ImportProgress {
  return {
    readBytes: Number(row.read_bytes),
    readLines: Number(row.read_lines),
    rows: Number(row.rows),
    accepted: Number(row.accepted),
    duplicates: Number(row.duplicates),
    rejected: Number(row.rejected),
    lastPosition: BigInt(row.last_position),
  };
}

export function isFinal(state: ImportState): boolean {
  return state !== 'queued' && state !== 'running';
}
