import type { Cell, ConfirmedObservation } from '@lueckenlos/chain';
import { addToKey } from '../cell-key/cell-key';
import { cubeName, type CubeDefinition, type CubeKind } from './cube';
import { coordinatesOf, type AreaAt, type TrueCell } from './true-cell';

type Measure = ConfirmedObservation['measure'];

const MEASURES_OF: Readonly<Partial<Record<CubeKind, readonly Measure[]>>> = {
  'drop-offs': ['scope', 'status', 'window', 'unconfirmed'],
  flows: ['next'],
};

interface Sum {
  readonly cell: Cell;
  readonly observation: ConfirmedObservation;
  n: number;
  key: bigint;
}

/**
 * Counts cases where they are in the as-of month, and sums up their record keys, in the finest cells first: a table is then a
 * sum of few of them.
 */
export class CellTally {
  private readonly sums = new Map<string, Sum>();

  /** Adds a case: the cell in which it is counted, what is observed of it there, and its record key. */
  add(cell: Cell, observations: readonly ConfirmedObservation[], recordKey: bigint): void {
    const place = `${cell.birthYear}\t${cell.schoolYear}\t${cell.povertyRisk}\t${cell.area === null ? '' : `=${cell.area}`}`;
    for (const observation of observations.flatMap(withBase)) {
      const { measure, stage, value } = observation;
      const id = `${measure}\t${stage}\t${value}\t${place}`;
      const sum = this.sums.get(id);
      if (sum) {
        sum.n++;
        sum.key = addToKey(sum.key, recordKey);
      } else this.sums.set(id, { cell, observation, n: 1, key: recordKey });
    }
  }

  /** The cells of one table; a cell with no case is absent. */
  cellsOf(cube: CubeDefinition, areaAt: AreaAt): TrueCell[] {
    const name = cubeName(cube);
    const measures = MEASURES_OF[cube.kind] ?? [];
    const cells = new Map<string, TrueCell>();
    for (const { cell, observation, n, key } of this.sums.values()) {
      if (!measures.includes(observation.measure)) continue;
      const by = coordinatesOf(cell, cube, areaAt);
      const id = JSON.stringify([by, observation.measure, observation.stage, observation.value]);
      const known = cells.get(id);
      const sum = { n: n + (known?.n ?? 0), key: addToKey(key, known?.key ?? 0n) };
      cells.set(id, { cube: name, by, ...observation, ...sum });
    }
    return [...cells.values()];
  }
}

/** A share needs its base as a count of its own, with noise of its own. */
function withBase(observation: ConfirmedObservation): ConfirmedObservation[] {
  return observation.measure === 'window'
    ? [observation, { ...observation, value: 'closed' }]
    : [observation];
}
