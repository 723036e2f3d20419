import { STATUSES } from '@lueckenlos/chain';
import { dropOffAnswers, readFigure } from '@lueckenlos/figures';
import type { Pool } from 'pg';
import type { Replay } from '../engine';
import { askLive } from './ask-live';
import type { LiveComparison, ReplayJobTask, RowDifference } from './replay-job';

type Rows = Replay['rows'];

/** Null where the read models can't answer. */
export async function compareLive(
  pool: Pool,
  task: ReplayJobTask,
  replayed: Replay,
): Promise<LiveComparison<RowDifference> | null> {
  const figure = await askLive(pool, task, replayed, (query) =>
    readFigure(pool, query, ['scope', 'status', 'window', 'unconfirmed']),
  );
  if (!figure) return null;
  const differences = differingRows(dropOffAnswers(figure), replayed.rows, task.by);
  return { equal: differences.length === 0, differences };
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
