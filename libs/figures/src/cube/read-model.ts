import type { ChainBody } from '@lueckenlos/chain';
import { loadSql, ProblemError } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { AreaEdition } from '../areas/area-map';

const SQL = join(__dirname, 'sql');
const LIVE_VERSION = loadSql(SQL, 'live-version.sql');
const CHAIN = loadSql(SQL, 'chain.sql');
const AREA_EDITIONS = loadSql(SQL, 'area-editions.sql');

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
