import { readCurves, strataAnswers, type StratumAnswer } from '@lueckenlos/figures';
import type { Pool } from 'pg';
import type { CurvesReplay } from '../engine';
import { askLive } from './ask-live';
import type { CurvesTask, LiveComparison, PointDifference, ReplayJobTask } from './replay-job';

type Told = Pick<PointDifference, 'row' | 'number'> & { readonly value: number | string | null };

/** Compares curves point by point. Null where the read models can't answer. */
export async function compareLiveCurves(
  pool: Pool,
  task: ReplayJobTask,
  { request }: CurvesTask,
  replayed: CurvesReplay,
): Promise<LiveComparison<PointDifference> | null> {
  const figure = await askLive(pool, task, replayed, (query) => readCurves(pool, query, request));
  if (!figure) return null;
  const differences = differingPoints(strataAnswers(figure.strata), replayed.strata);
  return { equal: differences.length === 0, differences };
}

/** What differs between two answers. Quartiles and mean times follow from the points. */
export function differingPoints(
  live: readonly StratumAnswer[],
  replayed: readonly StratumAnswer[],
): PointDifference[] {
  const [here, there] = [numbersOf(live), numbersOf(replayed)];
  return [...new Map([...here, ...there])]
    .map(([key, { row, number }]) => ({
      row,
      number,
      live: here.get(key)?.value ?? null,
      replayed: there.get(key)?.value ?? null,
    }))
    .filter((one) => one.live !== one.replayed);
}

function numbersOf(strata: readonly StratumAnswer[]): Map<string, Told> {
  const told = strata.flatMap(({ key, points, deliveredThrough }): Told[] => [
    ...(deliveredThrough === undefined
      ? []
      : [{ row: key, number: 'deliveredThrough', value: deliveredThrough }]),
    ...points.flatMap(({ t, competing, belowFloor: _, ...numbers }) =>
      Object.entries({ ...numbers, ...competing }).map(([number, value]) => ({
        row: { ...key, t },
        number,
        value,
      })),
    ),
  ]);
  return new Map(told.map((one) => [JSON.stringify([one.row, one.number]), one]));
}
