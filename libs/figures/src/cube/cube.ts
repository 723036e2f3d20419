import type { Cell, Measure } from '@lueckenlos/chain';

/** How many cases of a cell have a value of a measure. */
export interface CubeRow {
  readonly cell: Cell;
  readonly measure: Measure;
  readonly stage: string;
  readonly value: string;
  readonly n: number;
}

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

/** The cell with only the needed columns. */
export function project(cell: Cell, needed: NeededColumns): Cell {
  return {
    birthYear: needed.birthYear ? cell.birthYear : null,
    schoolYear: needed.schoolYear ? cell.schoolYear : null,
    area: needed.area ? cell.area : null,
    povertyRisk: needed.povertyRisk ? cell.povertyRisk : null,
  };
}
