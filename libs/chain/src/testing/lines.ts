import { formatMonth, type Month } from '../month';
import type { Observation } from '../profile/cross-section';
import type { Cell, Dimension, Profile } from '../profile/profile';
import { valueAt } from '../steps';
import { FIRST_MONTH, QUIET_MONTH } from './arbitraries';
import type { CountedCase } from './oracle/case-at';

/** One line per month and dimension: tables of lines compare fast and differ legibly. */
export function everyMonth(
  read: (asOf: Month, dimension: Dimension) => CountedCase | null,
  until = QUIET_MONTH,
): string[] {
  const lines: string[] = [];
  for (let asOf = FIRST_MONTH - 1; asOf <= until; asOf++) {
    for (const dimension of ['last', 'first'] as const) {
      lines.push(`${formatMonth(asOf)} ${dimension}: ${describeCase(read(asOf, dimension))}`);
    }
  }
  return lines;
}

function describeCase(counted: CountedCase | null): string {
  if (!counted) return 'counted nowhere';
  return [describeCell(counted.cell), ...[...counted.values].map((entry) => entry.join(' ')).sort()].join(
    ', ',
  );
}

export function describeCell({ birthYear, schoolYear, area, povertyRisk }: Cell): string {
  return `${birthYear} ${schoolYear} ${area} ${povertyRisk}`;
}

/** What a profile says of a case at a month, in the oracle's words. */
export function countedIn(profile: Profile | null, asOf: Month, dimension: Dimension): CountedCase | null {
  const cell = profile && valueAt(profile.cells[dimension], asOf);
  if (!cell) return null;
  const observations = profile.measured.flatMap(({ measure, stage, steps }) => {
    const value = valueAt(steps, asOf);
    return value === undefined ? [] : [{ measure, stage, value }];
  });
  return { cell, values: valuesOf(observations) };
}

/** What was observed of a case at a month, in the oracle's words. */
export function valuesOf(observations: readonly Observation[]): CountedCase['values'] {
  return new Map(
    observations.map(({ measure, stage, value }) => [`${measure} ${stage}`.trimEnd(), value] as const),
  );
}
