import type { CoveredDelivery } from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool, PoolClient } from 'pg';
import type { ReleasedHeading } from '../protected/released-tables';
import type { FigureQuery } from '../query/figure-query';
import { readCoverage } from '../source-coverage/read-coverage';
import { readUnconfirmed } from '../source-coverage/read-unconfirmed';
import { UnconfirmedCases } from '../source-coverage/unconfirmed-cases';
import { addEveryChild } from './every-child';
import { frameOf, type Frame } from './frame';
import { GroupTable, type FigureMeasure, type GroupCounts } from './group-table';
import { knownTo } from './known-to';
import { areMostLate } from './late-files';
import { addLateDifferences } from './late-records';
import { readCube } from './read-cube';
import type { ChainInForce } from './read-model';

/** An answer: exact, from one state of the read models, or of a release. */
export interface Figure extends Pick<Frame, 'position' | 'areas'> {
  readonly chain: ChainInForce;
  readonly query: FigureQuery;
  readonly groups: readonly GroupCounts[];
  /** The release that it is read from; null for an exact figure. */
  readonly release: ReleasedHeading | null;
  /** The groups whose sum is the scope; null where published counts, which don't add up, have none for the question. */
  readonly scopeGroups: readonly GroupCounts[] | null;
  /** How far the sources have delivered, for a release by its state of knowledge; null where nobody announces deliveries. */
  readonly coverage: readonly CoveredDelivery[] | null;
}

/** A figure, and the known-before instant that its answer names. */
export interface AnsweredFigure extends Figure {
  readonly knownBefore: Date;
}

/**
 * Answers an exact question: the aggregate, less and plus what differs in an earlier state of knowledge. Every case is
 * counted where most differ, or under a version of the chain that the aggregate does not hold.
 */
export async function readFigure(
  pool: Pool,
  asked: FigureQuery,
  measures: readonly FigureMeasure[],
): Promise<Figure> {
  return inTransaction(pool, (tx) => figureWithin(tx, asked, measures), 'REPEATABLE READ');
}

async function figureWithin(
  tx: PoolClient,
  asked: FigureQuery,
  measures: readonly FigureMeasure[],
): Promise<Figure> {
  const { position, chain, areas, series, query } = await frameOf(tx, asked);
  const table = new GroupTable(query, areas, series);
  const known = knownTo(query);
  const { coverage, deliveries } = await readCoverage(tx, query, chain);
  const unconfirmed = new UnconfirmedCases(coverage, table);
  if (chain.inCube && !(known && (await areMostLate(tx, known)))) {
    await readCube(tx, query, table);
    await readUnconfirmed(tx, query, chain, coverage, unconfirmed);
    if (known) await addLateDifferences(tx, query, known, chain, table, unconfirmed);
  } else {
    await addEveryChild(tx, query, known ?? {}, chain, table, unconfirmed);
  }
  const groups = table.sorted(measures);
  return {
    query: asked,
    chain,
    position,
    areas,
    groups,
    scopeGroups: groups,
    release: null,
    coverage: deliveries,
  };
}
