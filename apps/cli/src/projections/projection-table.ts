import { formatCount, type Column, type Language } from '@lueckenlos/terminal';

/** A line of `GET /v1/projections`. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly position: string;
  readonly head: string;
  readonly lag: number;
  readonly parked: number;
  readonly state: string;
  readonly error?: string | null;
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Projection', 'Version', 'Position', 'Head', 'Lag', 'Parked', 'State', 'Error'],
  de: ['Projektion', 'Version', 'Position', 'Ende', 'Rückstand', 'Geparkt', 'Zustand', 'Fehler'],
};

/** Columns of numbers. */
const NUMBERS = { from: 1, to: 5 };

export const PROJECTION_COLUMNS = { en: columnsOf('en'), de: columnsOf('de') };

export function projectionLine(status: ProjectionStatus, language: Language): string[] {
  const { name, version, position, head, lag, parked, state, error } = status;
  const counts = [BigInt(position), BigInt(head), lag, parked].map((n) => formatCount(n, language));
  return [name, String(version), ...counts, state, error ?? ''];
}

function columnsOf(language: Language): Column[] {
  const last = HEADS[language].length - 1;
  return HEADS[language].map((head, i) => ({
    head,
    align: i >= NUMBERS.from && i <= NUMBERS.to ? 'right' : 'left',
    wraps: i === last,
  }));
}
