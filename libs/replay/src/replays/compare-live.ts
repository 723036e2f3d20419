import { parseMonth, STATUSES } from '@lueckenlos/chain';
import {
  dropOffAnswers,
  readFigure,
  waitForPosition,
  type Figure,
  type FigureQuery,
} from '@lueckenlos/figures';
import { ProblemError } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import type { Replay } from '../engine';
import type { LiveComparison, ReplayJobTask, RowDifference } from './replay-job';

type Rows = Replay['rows'];

/** Null where the read models are behind the replay, or go by another definition than that of its position. */
export async function compareLive(
  pool: Pool,
  task: ReplayJobTask,
  replayed: Replay,
): Promise<LiveComparison | null> {
  const figure = await liveFigure(pool, task);
  if (!figure || figure.chain.position !== replayed.chain.position) return null;
  const differences = differingRows(dropOffAnswers(figure), replayed.rows, task.by);
  return { equal: differences.length === 0, differences };
}

async function liveFigure(pool: Pool, task: ReplayJobTask): Promise<Figure | null> {
  const asOf = parseMonth(task.asOf) ?? NaN;
  const query: FigureQuery = {
    chain: task.chain,
    asOf,
    knownBefore: task.knownBefore === null ? null : new Date(task.knownBefore),
    upTo: Number(task.upTo),
    by: task.by,
    filters: { birthYear: null, schoolYear: null, area: null, povertyRisk: null },
    level: task.level,
    boundaries: asOf,
    dimension: 'last',
    minPosition: null,
  };
  try {
    await waitForPosition(pool, BigInt(task.upTo));
    return await readFigure(pool, query, ['scope', 'status', 'window', 'unconfirmed']);
  } catch (error) {
    // Behind, or a chain or level that the newest definitions lack.
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

function differingRows(live: Rows, replayed: Rows, by: ReplayJobTask['by']): RowDifference[] {
  const pairs = new Map<
    string,
    Pick<RowDifference, 'row'> & { live?: Rows[number]; replayed?: Rows[number] }
  >();
  const add = (side: 'live' | 'replayed', one: Rows[number]): void => {
    const row = Object.fromEntries([...by, 'stage' as const].map((name) => [name, one[name] ?? '']));
    const key = JSON.stringify(row);
    pairs.set(key, { ...(pairs.get(key) ?? { row }), [side]: one });
  };
  for (const one of live) add('live', one);
  for (const one of replayed) add('replayed', one);
  return [...pairs.values()].flatMap((pair) =>
    STATUSES.map((status) => ({
      row: pair.row,
      status,
      live: pair.live?.counts[status] ?? 0,
      replayed: pair.replayed?.counts[status] ?? 0,
    })).filter((count) => count.live !== count.replayed),
  );
}
