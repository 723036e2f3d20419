import { formatMonth, type Month } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import type { AreaMap } from '../areas/area-map';
import type { Filters } from '../query/figure-query';
import { unknownArea, withDescendants } from './filters';

/**
 * A filter by area takes its descendants with it.
 * @param month whose areas they are
 * @throws ProblemError (422) that names an area that there is not
 */
export function areaFilter(wanted: Filters['area'], areas: AreaMap, month: Month): string[] | null {
  if (wanted === null) return null;
  const unknown = unknownArea(wanted, areas);
  if (unknown !== undefined) {
    const params = { area: unknown, month: formatMonth(month) };
    throw new ProblemError({ code: 'figures.unknown-area', pointer: '/area', params });
  }
  return withDescendants(wanted, areas);
}
