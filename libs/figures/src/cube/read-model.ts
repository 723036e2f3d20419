import type { ChainBody, Measure } from '@lueckenlos/chain';
import { loadSql, ProblemError } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { AreaEdition } from '../areas/area-map';
import type { FigureQuery } from '../query/figure-query';
import { monthOf, yearOf } from '@lueckenlos/chain';
import { cuboidFor, type CubeRow } from './cube';
import { neededColumns } from './filters';

const SQL = join(__dirname, 'sql');
const LIVE_VERSION = loadSql(SQL, 'live-version.sql');
const CHAIN = loadSql(SQL, 'chain.sql');
const AREA_EDITIONS = loadSql(SQL, 'area-editions.sql');
const READ_CUBE = loadSql(SQL, 'read-cube.sql');

/** Points the transaction at the live version of the read model and says up to which position it goes. */
export async function enterLiveVersion(tx: PoolClient): Promise<bigint> {
  const { rows } = await tx.query<{ version: number; position: string }>(LIVE_VERSION);
  const live = rows[0];
  // Before the projector has run for the first time nothing is known, not even a chain.
  if (!live) return 0n;
  await tx.query(`SET LOCAL search_path TO drop_offs_${Number(live.version)}`);
  return BigInt(live.position);
}

export interface ChainInForce {
  readonly id: string;
  /** The position of the definition. */
  readonly position: string;
  readonly definition: ChainBody;
}

/** @throws ProblemError (404) that names the chains there are */
export async function chainInForce(tx: PoolClient, id: string): Promise<ChainInForce> {
  const { rows } = await tx.query<{ id: string; position: string; definition: ChainBody | null }>(CHAIN, [
    id,
  ]);
  const found = rows.find((row) => row.id === id);
  if (!found?.definition) {
    const known = rows.map((row) => row.id);
    throw new ProblemError({
      code: 'figures.unknown-chain',
      pointer: '/chain',
      params: { chain: id, known },
    });
  }
  return { id, position: found.position, definition: found.definition };
}

export async function areaEditions(tx: PoolClient): Promise<AreaEdition[]> {
  const { rows } = await tx.query<{ municipality: string; valid_from: string; areas: AreaEdition['areas'] }>(
    AREA_EDITIONS,
  );
  return rows.map(({ municipality, valid_from, areas }) => ({ municipality, validFrom: valid_from, areas }));
}

interface Row {
  birth_year: number | null;
  school_year: number | null;
  area: string | null;
  poverty_risk: boolean | null;
  measure: Measure;
  stage: string;
  value: string;
  n: number;
}

/** The counts at the as-of month with everything known up to the position. Cost: the cube's size, not the log's. */
export async function readCube(
  tx: PoolClient,
  query: Pick<FigureQuery, 'chain' | 'asOf' | 'by' | 'filters' | 'dimension'>,
  measures: readonly Measure[],
): Promise<CubeRow[]> {
  const { chain, asOf, filters, dimension } = query;
  const needed = neededColumns(query);
  const byDimension = needed.area || needed.povertyRisk;
  const { rows } = await tx.query<Row>(READ_CUBE, [
    chain,
    cuboidFor(needed),
    // 'first' holds the difference to 'last'; without area and poverty risk the two don't differ.
    dimension === 'first' && byDimension ? ['last', 'first'] : ['last'],
    monthOf(yearOf(asOf), 1),
    asOf,
    measures,
    filters.birthYear,
    filters.schoolYear,
    filters.area,
    filters.povertyRisk,
    needed.birthYear,
    needed.schoolYear,
    needed.area,
    needed.povertyRisk,
  ]);
  return rows.map(({ birth_year, school_year, area, poverty_risk, ...rest }) => ({
    ...rest,
    cell: { birthYear: birth_year, schoolYear: school_year, area, povertyRisk: poverty_risk },
  }));
}
