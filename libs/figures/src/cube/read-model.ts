import type { ChainBody } from '@lueckenlos/chain';
import { loadSql, ProblemError } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { AreaEdition } from '../areas/area-map';
import { beingFilled } from './being-filled';

const SQL = join(__dirname, 'sql');
const LIVE_VERSION = loadSql(SQL, 'live-version.sql');
const CHAIN = loadSql(SQL, 'chain.sql');
const AREA_EDITIONS = loadSql(SQL, 'area-editions.sql');

/**
 * Points the transaction at the live version of the read model and says up to which position it goes; 0 where the log is
 * empty.
 * @throws ProblemError (503) where the log holds more, and nothing of it is counted yet
 */
export async function enterLiveVersion(tx: PoolClient): Promise<bigint> {
  const { rows } = await tx.query<{ version: number; position: string; is_filled: boolean }>(LIVE_VERSION);
  const live = rows[0];
  // Before the projector has run for the first time, nobody can say what the log holds.
  if (!live?.is_filled) throw beingFilled();
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

/** An edition with the position of its definition. */
export interface EditionInForce extends AreaEdition {
  readonly position: string;
}

export async function areaEditions(tx: PoolClient): Promise<EditionInForce[]> {
  const { rows } = await tx.query<Omit<EditionInForce, 'validFrom'> & { valid_from: string }>(AREA_EDITIONS);
  return rows.map(({ valid_from, ...edition }) => ({ ...edition, validFrom: valid_from }));
}

/** One state of the read models: how far it goes, and what is defined in it. */
export interface ReadModel {
  readonly position: bigint;
  readonly chain: ChainInForce;
  readonly editions: readonly EditionInForce[];
}

/**
 * Opens the live version of the read models for the rest of the transaction.
 * @throws ProblemError where the chain is unknown (404), or nothing is counted yet (503)
 */
export async function openReadModel(tx: PoolClient, chain: string): Promise<ReadModel> {
  const position = await enterLiveVersion(tx);
  return { position, chain: await chainInForce(tx, chain), editions: await areaEditions(tx) };
}
