import { formatMonth, type Known, type Measure } from '@lueckenlos/chain';
import { inTransaction, ProblemError } from '@lueckenlos/platform';
import type { Pool, PoolClient } from 'pg';
import { AreaMap } from '../areas/area-map';
import { UNKNOWN, type FigureQuery } from '../query/figure-query';
import { GroupTable, type GroupCounts } from './group-table';
import { addLateDifferences } from './late-records';
import { readCube } from './read-cube';
import { areaEditions, chainInForce, enterLiveVersion, type ChainInForce } from './read-model';
import { SeriesIndex } from './series-index';

/** An exact answer, from one state of the read models. */
export interface Figure {
  readonly query: FigureQuery;
  readonly chain: ChainInForce;
  /** Everything up to here is in the answer. */
  readonly position: bigint;
  readonly areas: AreaMap;
  readonly groups: readonly GroupCounts[];
}

/** Answers an exact question: the aggregate, less and plus what differs at an earlier known-before instant. */
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
  const position = await enterLiveVersion(tx);
  if (position === 0n) throw noChain(asked.chain);
  const chain = await chainInForce(tx, asked.chain);
  const areas = new AreaMap(await areaEditions(tx), asked.boundaries);
  const query = { ...asked, filters: { ...asked.filters, area: areaFilter(asked, areas) } };
  checkLevel(query, areas);
  const table = new GroupTable(query, areas, await SeriesIndex.load(tx));
  await readCube(tx, query, table);
  const known = knownTo(query);
  if (known) await addLateDifferences(tx, query, known, chain, table);
  return { query: asked, chain, position, areas, groups: table.sorted(measures) };
}

/** The earlier state of knowledge that is asked for; null for everything up to the answer's position. */
function knownTo({ knownBefore, upTo }: FigureQuery): Known | null {
  if (knownBefore === null && upTo === undefined) return null;
  return { before: knownBefore?.getTime() ?? Infinity, upTo: upTo ?? Infinity };
}

function noChain(chain: string): ProblemError {
  return new ProblemError({ code: 'figures.unknown-chain', pointer: '/chain', params: { chain, known: [] } });
}

/** A filter by area takes its descendants with it. */
function areaFilter({ filters: { area }, boundaries }: FigureQuery, areas: AreaMap): string[] | null {
  if (area === null) return null;
  const unknown = area.find((code) => code !== UNKNOWN && !areas.has(code));
  if (unknown !== undefined) {
    const params = { area: unknown, month: formatMonth(boundaries) };
    throw new ProblemError({ code: 'figures.unknown-area', pointer: '/area', params });
  }
  return [...new Set(area.flatMap((code) => (code === UNKNOWN ? [UNKNOWN] : areas.withDescendants(code))))];
}

function checkLevel({ level, boundaries }: FigureQuery, areas: AreaMap): void {
  if (level === null || areas.levels().includes(level)) return;
  const params = { level, month: formatMonth(boundaries), known: areas.levels() };
  throw new ProblemError({ code: 'figures.unknown-level', pointer: '/level', params });
}
