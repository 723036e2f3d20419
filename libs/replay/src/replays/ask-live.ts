import { parseMonth } from '@lueckenlos/chain';
import { waitForPosition, type FigureQuery } from '@lueckenlos/figures';
import { ProblemError } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import type { ReplayJobTask } from './replay-job';

const NO_FILTERS = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };

interface OfChain {
  readonly chain: { readonly position: string };
}

/**
 * Asks the read models what a replay was asked. Null where they are behind it, or go by another definition than that of its
 * position.
 */
export async function askLive<T extends OfChain>(
  pool: Pool,
  task: ReplayJobTask,
  replayed: OfChain,
  read: (query: FigureQuery) => Promise<T>,
): Promise<T | null> {
  try {
    await waitForPosition(pool, BigInt(task.upTo));
    const figure = await read(queryOf(task));
    return figure.chain.position === replayed.chain.position ? figure : null;
  } catch (error) {
    // Behind, or a chain or level that the newest definitions lack.
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

function queryOf(task: ReplayJobTask): FigureQuery {
  const { chain, chainVersion, knownBefore, upTo, by, level, boundaries = task.asOf, curves } = task;
  return {
    chain,
    ...(chainVersion === undefined ? {} : { chainVersion }),
    asOf: parseMonth(task.asOf) ?? NaN,
    knownBefore: knownBefore === null ? null : new Date(knownBefore),
    upTo: Number(upTo),
    by,
    filters: curves?.filters ?? NO_FILTERS,
    level,
    boundaries: parseMonth(boundaries) ?? NaN,
    dimension: 'last',
    minPosition: null,
  };
}
