import {
  crossSection,
  historyOf,
  childrenOf,
  effectiveFacts,
  profileOf,
  schedulerFor,
  type Known,
} from '@lueckenlos/chain';
import { CellTally, recordKey, type CubeDefinition, type TrueCell } from '@lueckenlos/disclosure';
import { allFiles, type AreaMap, type ReadModel } from '@lueckenlos/figures';
import type { PoolClient } from 'pg';

/** What a release is calculated from, and to what state of knowledge. */
export interface Calculation {
  readonly readModel: ReadModel;
  /** Of the as-of month. */
  readonly areas: AreaMap;
  /** The as-of month. */
  readonly asOf: number;
  readonly known: Required<Known>;
  readonly secret: Uint8Array;
}

/**
 * Counts every child in every table, with the keys of its cells: the same pure fold as that of the exact figures, over all
 * case files, some read at a time.
 */
export async function calculate(
  tx: PoolClient,
  { readModel, areas, asOf, known, secret }: Calculation,
): Promise<(cube: CubeDefinition) => TrueCell[]> {
  const scheduler = schedulerFor(readModel.chain.definition);
  const tally = new CellTally();
  for await (const file of allFiles(tx)) {
    for (const { id, records } of childrenOf(file, known)) {
      const history = historyOf(effectiveFacts(records));
      const section = history && crossSection(profileOf(history, scheduler), asOf, 'last');
      if (section) tally.add(section.cell, section.observations, recordKey(secret, id));
    }
  }
  return (cube) => tally.cellsOf(cube, (code, level) => areas.ancestor(code, level));
}
