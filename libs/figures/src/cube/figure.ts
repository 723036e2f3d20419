import type { Known, Measure } from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool, PoolClient } from 'pg';
import type { FigureQuery } from '../query/figure-query';
import { addEveryChild } from './every-child';
import { frameOf, type Frame } from './frame';
import { GroupTable, type GroupCounts } from './group-table';
import { addLateDifferences } from './late-records';
import { readCube } from './read-cube';

/** An exact answer, from one state of the read models. */
export interface Figure extends Pick<Frame, 'position' | 'chain' | 'areas'> {
  readonly query: FigureQuery;
  readonly groups: readonly GroupCounts[];
}

/** Answers an exact question: the aggregate, less and plus what differs in an earlier state of knowledge. */
export async function readFigure(
  pool: Pool,
  asked: FigureQuery,
  measures: readonly Measure[],
): Promise<Figure> {
  return inTransaction(pool, (tx) => figureWithin(tx, asked, measures), 'REPEATABLE READ');
}

async function figureWithin(
  tx: PoolClient,
  asked: FigureQuery,
  measures: readonly Measure[],
): Promise<Figure> {
  const { position, chain, areas, series, query } = await frameOf(tx, asked);
  const table = new GroupTable(query, areas, series);
  const known = knownTo(query);
  if (chain.inCube) {
    await readCube(tx, query, table);
    if (known) await addLateDifferences(tx, query, known, chain, table);
  } else {
    await addEveryChild(tx, query, known ?? {}, chain, table);
  }
  return { query: asked, chain, position, areas, groups: table.sorted(measures) };
}

/** The earlier state of knowledge that is asked for; null for everything up to the answer's position. */
function knownTo({ knownBefore, upTo }: FigureQuery): Known | null {
  if (knownBefore === null && upTo === undefined) return null;
  return { before: knownBefore?.getTime() ?? Infinity, upTo: upTo ?? Infinity };
}
