import type { CaseHistory } from '../history/case-history';
import { sortMonths, type Month } from '../month';
import { valueAt, type Step, type Steps } from '../steps';

/** The values of the dimensions that change in the life of a case. Null is unknown. */
export interface Stratum {
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
}

const UNKNOWN: Stratum = { area: null, povertyRisk: null };

/** The stratum of a case by month, as last known in each; the first step comes before all months. */
export function strataOf({ area, povertyRisk }: Pick<CaseHistory, 'area' | 'povertyRisk'>): Steps<Stratum> {
  const months = sortMonths([...area.last, ...povertyRisk.last].map(({ from }) => from));
  const strata: Step<Stratum>[] = [{ from: -Infinity, value: UNKNOWN }];
  for (const from of new Set(months)) {
    const value = {
      area: valueAt(area.last, from) ?? null,
      povertyRisk: valueAt(povertyRisk.last, from) ?? null,
    };
    strata.push({ from, value });
  }
  return strata;
}

export function stratumAt(strata: Steps<Stratum>, month: Month): Stratum {
  return valueAt(strata, month) ?? UNKNOWN;
}
