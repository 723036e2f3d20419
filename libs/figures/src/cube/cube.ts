/** Which columns of a cell a question needs: those it breaks down by and those it filters by. */
export interface NeededColumns {
  readonly birthYear: boolean;
  readonly schoolYear: boolean;
  readonly area: boolean;
  readonly povertyRisk: boolean;
}

/** The smallest cuboid of the read model that has the needed columns. */
export function cuboidFor({ birthYear, schoolYear, area, povertyRisk }: NeededColumns): string {
  const cohort = birthYear || schoolYear;
  if (cohort && (area || povertyRisk)) return 'full';
  if (cohort) return 'cohort';
  if (area) return povertyRisk ? 'full' : 'area';
  return 'poverty';
}
