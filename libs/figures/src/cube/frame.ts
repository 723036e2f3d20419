import { asIfAlone, formatMonth, versionsInForce } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import type { PoolClient } from 'pg';
import { AreaMap } from '../areas/area-map';
import type { FigureQuery } from '../query/figure-query';
import { areaFilter } from './area-filter';
import { loadSeries } from './load-series';
import { openReadModel, type ChainInForce } from './read-model';
import type { SeriesIndex } from './series-index';

/** The chain that a figure goes by. */
export interface FigureChain extends ChainInForce {
  /** Whether the cube holds its figures; not those of one version as if it alone held for every birth. */
  readonly inCube: boolean;
}

/** What a question is answered with, out of one state of the read models. */
export interface Frame {
  /** Everything up to here is in the read models. */
  readonly position: bigint;
  readonly chain: FigureChain;
  readonly areas: AreaMap;
  readonly series: SeriesIndex;
  /** The question; a filter by area holds all descendants. */
  readonly query: FigureQuery;
}

/** @throws ProblemError where the chain, its version, an area or the level does not exist */
export async function frameOf(tx: PoolClient, asked: FigureQuery): Promise<Frame> {
  const { position, chain: inForce, editions } = await openReadModel(tx, asked.chain);
  const chain = versionOf(inForce, asked.chainVersion);
  const areas = new AreaMap(editions, asked.boundaries);
  const query = {
    ...asked,
    filters: { ...asked.filters, area: areaFilter(asked.filters.area, areas, asked.boundaries) },
  };
  checkLevel(query, areas);
  return { position, chain, areas, series: await loadSeries(tx), query };
}

function versionOf(chain: ChainInForce, version: number | undefined): FigureChain {
  if (version === undefined) return { ...chain, inCube: true };
  const definition = asIfAlone(chain.definition, version);
  if (!definition) {
    const known = chain.definition.versions.map((one) => String(one.version));
    const params = { chain: chain.id, version, known };
    throw new ProblemError({ code: 'figures.unknown-chain-version', pointer: '/chainVersion', params });
  }
  const [only, ...others] = versionsInForce(chain.definition);
  return { ...chain, definition, inCube: only?.version === version && others.length === 0 };
}

function checkLevel({ level, boundaries }: FigureQuery, areas: AreaMap): void {
  if (level === null || areas.levels().includes(level)) return;
  const params = { level, month: formatMonth(boundaries), known: areas.levels() };
  throw new ProblemError({ code: 'figures.unknown-level', pointer: '/level', params });
}
