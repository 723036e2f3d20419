import type { Cell } from '@lueckenlos/chain';
import type { AreaMap } from '../areas/area-map';
import { UNKNOWN, type FigureQuery, type Filters } from '../query/figure-query';
import type { NeededColumns } from './cube';

/** The columns that a question breaks down by or filters by. */
export function neededColumns({ by, filters }: Pick<FigureQuery, 'by' | 'filters'>): NeededColumns {
  return {
    birthYear: by.includes('birthYear') || filters.birthYear !== null,
    schoolYear: by.includes('schoolYear') || filters.schoolYear !== null,
    area: by.includes('area') || filters.area !== null,
    povertyRisk: by.includes('povertyRisk') || filters.povertyRisk !== null,
  };
}

/** Whether a cell passes the filters. The filter by area must hold all descendants already. */
export function passes(cell: Cell, filters: Filters): boolean {
  return (
    keeps(filters.birthYear, cell.birthYear) &&
    keeps(filters.schoolYear, cell.schoolYear) &&
    keeps(filters.area, cell.area ?? UNKNOWN) &&
    keeps(filters.povertyRisk, cell.povertyRisk === null ? UNKNOWN : String(cell.povertyRisk))
  );
}

/** The codes of a filter by area with all codes below them. */
export function withDescendants(wanted: readonly string[], areas: AreaMap): string[] {
  return [...new Set(wanted.flatMap((code) => (code === UNKNOWN ? [UNKNOWN] : areas.withDescendants(code))))];
}

/** The first code of a filter by area that is none. */
export function unknownArea(wanted: readonly string[], areas: AreaMap): string | undefined {
  return wanted.find((code) => code !== UNKNOWN && !areas.has(code));
}

function keeps<T>(wanted: readonly T[] | null, value: T | null): boolean {
  return wanted === null || (value !== null && wanted.includes(value));
}
