import type { Group } from '../cube/group-table';
import type { DeliveredThrough } from './group-coverage';
import type { KnownCoverage } from './read-coverage';

interface Announced {
  readonly coverage: KnownCoverage['deliveries'];
}

/** The name of the CSV column for the mark; there is none where nothing is announced. */
export function markHeader({ coverage }: Announced): string[] {
  return coverage === null ? [] : ['deliveredThrough'];
}

/** Empty where everything is delivered. */
export function markColumn(
  { coverage }: Announced,
  { deliveredThrough }: DeliveredThrough,
): (string | null)[] {
  return coverage === null ? [] : [deliveredThrough ?? null];
}

/** The marks of groups for the extension of a JSON-stat dataset; nothing where there are none. */
export function marksOf(strata: readonly (DeliveredThrough & { readonly key: Group })[]): {
  deliveredThrough?: object[];
} {
  const marked = strata.filter(({ deliveredThrough }) => deliveredThrough !== undefined);
  if (marked.length === 0) return {};
  return { deliveredThrough: marked.map(({ key, deliveredThrough }) => ({ key, deliveredThrough })) };
}
