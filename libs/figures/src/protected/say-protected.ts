import { toCsv, type CsvValue, type Language } from '@lueckenlos/platform';
import type { ReleasedHeading } from './released-tables';

type Released = { readonly release?: ReleasedHeading | null };

/**
 * A table of figures as CSV. Of a release each line ends with what it is and how it was protected: lines are copied without what
 * stands beside a table.
 */
export function figureAsCsv(
  { release = null }: Released,
  header: readonly string[],
  lines: readonly (readonly CsvValue[])[],
): string {
  if (!release) return toCsv(header, lines);
  const own = [release.id, 'cell-key', false, release.withdrawn?.at ?? null];
  return toCsv(
    [...header, 'release', 'method', 'additive', 'withdrawn'],
    lines.map((line) => [...line, ...own]),
  );
}

/** Why a value of a protected dataset is not there. */
export type HiddenStatus = 'hidden' | 'belowFloor';

/** What the status of cells without a value means, for the extension of a dataset; nothing of exact figures. */
export function statusMeanings(
  { release = null }: Released,
  language: Language,
): { readonly statusLabel?: Readonly<Record<HiddenStatus, string>> } {
  if (!release) return {};
  const { maxNoise } = release.table.parameters;
  const labels: Record<Language, Record<HiddenStatus, string>> = {
    en: {
      hidden: `none, or up to ${maxNoise} children`,
      belowFloor: `fewer than ${release.floor} children at the base`,
    },
    de: {
      hidden: `niemand oder bis zu ${maxNoise} Kinder`,
      belowFloor: `weniger als ${release.floor} Kinder an der Basis`,
    },
  };
  return { statusLabel: labels[language] };
}
