import {
  crossSection,
  caseHistory,
  parseMonth,
  profileOf,
  schedulerFor,
  type AreaHierarchy,
  type CaseRecord,
  type ChainBody,
} from '@lueckenlos/chain';
import { CellTally, cubeNamed, recordKey, type TrueCell } from '@lueckenlos/disclosure';

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
): (cube: string) => TrueCell[] {
  const scheduler = schedulerFor(chain);
  const month = parseMonth(asOf) ?? NaN;
  const tally = new CellTally();
  for (const [caseId, records] of cases) {
    const history = caseHistory(records);
    const section = history && crossSection(profileOf(history, scheduler), month, 'last');
    if (section) tally.add(section.cell, section.observations, recordKey(secret, caseId));
  }
  return (cube) => tally.cellsOf(cubeNamed(cube), (code, level) => ancestor(areas, code, level));
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
