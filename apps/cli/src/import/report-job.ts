import { formatCount } from '@lueckenlos/terminal';
import type { Api } from '../client/api';
import { note, print, type Context } from '../context';
import { EXIT } from '../errors/exit-code';
import { fill } from '../language/fill';
import type { ImportJob } from './job';
import { printRejections, saveRejections } from './rejections';

const TEXTS = {
  counts: {
    en: 'Import {id} {state} · rows: {rows} · accepted: {accepted} · duplicates: {duplicates} · rejected: {rejected}',
    de: 'Import {id} {state} · Zeilen: {rows} · angenommen: {accepted} · doppelt: {duplicates} · abgelehnt: {rejected}',
  },
  digest: { en: 'SHA-256 of the lines {digest}', de: 'SHA-256 der Zeilen {digest}' },
  more: {
    en: '… and {count} more rejected rows: see --report FILE and --show N.',
    de: '… und {count} weitere abgelehnte Zeilen: siehe --report DATEI und --show N.',
  },
};

const STATES: Readonly<Record<ImportJob['state'], { en: string; de: string }>> = {
  queued: { en: 'queued', de: 'wartet' },
  running: { en: 'running', de: 'läuft' },
  completed: { en: 'completed', de: 'abgeschlossen' },
  failed: { en: 'failed', de: 'gescheitert' },
  cancelled: { en: 'cancelled', de: 'abgebrochen' },
};

/** What to say of rejected rows. */
export interface Reporting {
  /** At most so many of them on the screen. */
  readonly show: number;
  /** All of them as NDJSON into this file. */
  readonly report?: string;
}

/** Says what came of an import; rejected rows and jobs that did not complete are bad news. */
export async function reportJob(
  api: Api,
  job: ImportJob,
  reporting: Reporting,
  context: Context,
): Promise<void> {
  const { id, state, rejected, digest } = job;
  if (rejected > 0 && reporting.show > 0) await printRejections(api, id, reporting.show, context);
  const more = rejected - reporting.show;
  if (more > 0)
    note(context, fill(TEXTS.more, context.language, { count: formatCount(more, context.language) }));
  if (reporting.report !== undefined) await saveRejections(api, id, reporting.report);
  printCounts(job, context);
  note(context, fill(TEXTS.digest, context.language, { digest }));
  if (state !== 'completed' || rejected > 0) context.outcome.exitCode = EXIT.refused;
}

/** One line on how a job stands. */
export function printCounts(job: ImportJob, context: Context): void {
  const { language } = context;
  const counts = Object.fromEntries(
    (['rows', 'accepted', 'duplicates', 'rejected'] as const).map((name) => [
      name,
      formatCount(job[name], language),
    ]),
  );
  print(context, fill(TEXTS.counts, language, { id: job.id, state: STATES[job.state][language], ...counts }));
}
