import { usageError } from '../errors/cli-error';
import type { LogPart } from '../log/read-log';

export const FORMATS = ['ndjson', 'csv', 'parquet', 'xes', 'ocel'] as const;
export type ExportFormat = (typeof FORMATS)[number];

export const FACTS = ['in-force', 'recorded'] as const;
export type ExportFacts = (typeof FACTS)[number];

/** What is typed. */
export interface ExportOptions {
  readonly format: ExportFormat;
  readonly out: string;
  readonly facts?: ExportFacts;
  readonly rekey?: boolean;
  readonly purpose?: string;
  readonly after?: string;
  readonly upTo?: string;
  readonly type?: string;
  readonly agency?: string;
  readonly recordedFrom?: string;
  readonly recordedBefore?: string;
  readonly knownFrom?: string;
  readonly knownBefore?: string;
}

/** What is to be done. */
export interface ExportPlan {
  readonly format: ExportFormat;
  readonly facts: ExportFacts;
  /** Whether records are put together by case. */
  readonly byCase: boolean;
  /** What is asked of the server. */
  readonly part: LogPart;
  /** Milliseconds since 1970; only where records are put together by case, else the server does it. */
  readonly knownBefore: number;
}

const WHOLE_CASES = {
  en: '{option} leaves records out, and {what} needs whole cases. Only --up-to and --known-before are possible.',
  de: '{option} lässt Meldungen weg, und {what} braucht ganze Fälle. Möglich sind nur --up-to und --known-before.',
};
const INSTANT = {
  en: '--known-before must be an instant as 2026-01-01T00:00:00Z.',
  de: '--known-before muss ein Zeitpunkt wie 2026-01-01T00:00:00Z sein.',
};

/** Process mining needs the facts in force; a table of the log is one of records. */
export function planOf(options: ExportOptions): ExportPlan {
  const { format } = options;
  const mining = format === 'xes' || format === 'ocel';
  const facts = options.facts ?? (mining ? 'in-force' : 'recorded');
  const byCase = mining || facts === 'in-force';
  const { after, type, agency, recordedFrom, recordedBefore, knownFrom, knownBefore, upTo } = options;
  const others = { after, type, agency, recordedFrom, recordedBefore, knownFrom };
  if (!byCase)
    return { format, facts, byCase, part: { ...others, upTo, knownBefore }, knownBefore: Infinity };
  const [left] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (left !== undefined) {
    const option = `--${left.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw usageError(WHOLE_CASES, { option, what: mining ? `--format ${format}` : '--facts in-force' });
  }
  return { format, facts, byCase, part: { upTo }, knownBefore: instantOf(knownBefore) };
}

function instantOf(text: string | undefined): number {
  if (text === undefined) return Infinity;
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant)) throw usageError(INSTANT);
  return instant;
}
