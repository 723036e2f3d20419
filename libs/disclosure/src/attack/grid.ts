import type { TrueCell } from '../release/true-cell';
import { cubeNamed, type CubeKind } from '../release/cube';
import { ancestorsIn, coordinatesIn, finestPlaces, type PublicKnowledge } from './public-knowledge';

/** One place of one table. */
export interface GridCell {
  /** The same for tables of another kind with the same dimensions. */
  readonly name: string;
  readonly cube: string;
  readonly by: TrueCell['by'];
  /** The finest places counted in it, by index. */
  readonly places: readonly number[];
}

/** A cell that is the sum of others, as a whole. */
export interface Refinement {
  readonly total: number;
  readonly parts: readonly number[];
}

/** How the tables of one kind hang together, whatever is counted in them. */
export interface Grid {
  readonly cells: readonly GridCell[];
  /** How many finest places there are. */
  readonly places: number;
  readonly refinements: readonly Refinement[];
  /** Of each cell, those that hold all that it holds. */
  readonly wholesOf: readonly (readonly number[])[];
  /** Of each cell by its name. */
  readonly indexOf: ReadonlyMap<string, number>;
}

/** Names a place of a table, whatever is counted in it. */
export function cellName(cube: string, by: TrueCell['by']): string {
  return `${cube.slice(cube.indexOf(':') + 1)} ${JSON.stringify(Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}

/** The places of all tables of a kind, made from the finest places that the tables of a release can tell apart. */
export function gridOf(names: readonly string[], kind: CubeKind, knowledge: PublicKnowledge): Grid {
  const all = names.map((name) => ({ name, ...cubeNamed(name) }));
  const cubes = all.filter((cube) => cube.kind === kind);
  const places = finestPlaces(knowledge, new Set(all.flatMap(({ by }) => by)));
  const areaAt = ancestorsIn(knowledge.areas);
  const cells: (Omit<GridCell, 'places'> & { places: number[] })[] = [];
  const indexOf = new Map<string, number>();
  /** Of each cube, in which of its cells each finest place is counted. */
  const homes = cubes.map((cube) =>
    places.map((place, i) => {
      const by = coordinatesIn(place, cube, areaAt);
      const name = cellName(cube.name, by);
      const known = indexOf.get(name);
      const index = known ?? cells.length;
      if (known === undefined) {
        indexOf.set(name, index);
        cells.push({ name, cube: cube.name, by, places: [] });
      }
      cells[index]?.places.push(i);
      return index;
    }),
  );
  const pairs = homes.flatMap((fine) =>
    homes.map((coarse) => (fine === coarse ? [] : refined(fine, coarse))),
  );
  const refinements = pairs.flat();
  return {
    cells,
    places: places.length,
    refinements,
    wholesOf: wholesOf(cells.length, refinements),
    indexOf,
  };
}

function wholesOf(cells: number, refinements: readonly Refinement[]): number[][] {
  const wholes = Array.from({ length: cells }, (): number[] => []);
  for (const { total, parts } of refinements) for (const part of parts) wholes[part]?.push(total);
  return wholes;
}

/** The cells of a coarse table as sums of those of a fine one; none where a fine cell lies in two coarse ones. */
function refined(fine: readonly number[], coarse: readonly number[]): Refinement[] {
  const totalOf = new Map<number, number>();
  for (const [i, part] of fine.entries()) {
    const total = coarse[i] ?? NaN;
    if ((totalOf.get(part) ?? total) !== total) return [];
    totalOf.set(part, total);
  }
  const parts = new Map<number, number[]>();
  for (const [part, total] of totalOf) parts.set(total, [...(parts.get(total) ?? []), part]);
  return [...parts].map(([total, of]) => ({ total, parts: of }));
}
