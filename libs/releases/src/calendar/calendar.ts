import type { Release } from '../catalogue/release';

/** How often may be published. Each release of nearly the same children is one more draw of the noise. */
export interface CalendarLimits {
  /** Releases of one chain in a calendar month (UTC) of publication. */
  readonly perMonth: number;
  /** Releases of one chain and one as-of month in a series: near-equal sets of children. */
  readonly perAsOf: number;
}

/** Why a release may not be published now; null where it may. */
export type CalendarFault =
  | { readonly reason: 'month-is-full'; readonly next: string }
  | { readonly reason: 'as-of-is-full'; readonly asOf: string };

/**
 * Withdrawn releases count: what was published has been seen.
 * @param asOf `YYYY-MM`
 */
export function calendarFault(
  releases: readonly Release[],
  { chain, asOf, series }: Pick<Release, 'chain' | 'asOf' | 'series'>,
  now: Date,
  { perMonth, perAsOf }: CalendarLimits,
): CalendarFault | null {
  const ofChain = releases.filter((release) => release.chain === chain);
  const sameAsOf = ofChain.filter((release) => release.asOf === asOf && release.series === series);
  if (sameAsOf.length >= perAsOf) return { reason: 'as-of-is-full', asOf };
  const month = now.toISOString().slice(0, 7);
  const sameMonth = ofChain.filter(({ publishedAt }) => publishedAt.startsWith(month));
  if (sameMonth.length >= perMonth) return { reason: 'month-is-full', next: firstOfNextMonth(now) };
  return null;
}

function firstOfNextMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}
