import {
  Coverage,
  crossSection,
  caseHistory,
  parseMonth,
  schedulerFor,
  type AreaHierarchy,
  type CaseRecord,
  type ChainBody,
} from '@lueckenlos/chain';
import { CellTally, cubeNamed, LifeTableTally, recordKey, type TrueCell } from '@lueckenlos/disclosure';

/** A state of the world to count in. */
export interface Counted {
  readonly chain: ChainBody;
  readonly areas: AreaHierarchy;
  readonly asOf: string;
  readonly secret: Uint8Array;
}

/** Counts what a release must hold from records alone: no log, no read model, no database. */
export function recount(
  cases: ReadonlyMap<string, readonly CaseRecord[]>,
  { chain, areas, asOf, secret }: Counted,
  cubes: readonly string[],
): TrueCell[] {
  const scheduler = schedulerFor(chain);
  const month = parseMonth(asOf) ?? NaN;
  const areaAt = (code: string, level: string): string | null => ancestor(areas, code, level);
  const definitions = cubes.map(cubeNamed);
  const tally = new CellTally();
  const lifeTables = new LifeTableTally(
    definitions.filter(({ kind }) => kind === 'life-tables'),
    month,
    areaAt,
    new Coverage([]),
  );
  for (const [caseId, records] of cases) {
    const history = caseHistory(records);
    if (!history) continue;
    const key = recordKey(secret, caseId);
    const section = crossSection(history, scheduler, month, 'last');
    if (section) tally.add(section.cell, section.observations, key);
    if (history.birth !== null) lifeTables.add(history, scheduler(history.birth), key);
  }
  return definitions.flatMap((cube) => [...tally.cellsOf(cube, areaAt), ...lifeTables.cellsOf(cube)]);
}

function ancestor({ areas }: AreaHierarchy, code: string, level: string): string | null {
  const area = areas.find((one) => one.code === code);
  if (!area) return null;
  return area.kind === level
    ? area.code
    : area.parent === null
      ? null
      : ancestor({ validFrom: '', areas }, area.parent, level);
}
