import { schedulerFor, type ChainBody, type Scheduler } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const CHAINS = loadSql(join(__dirname, 'sql'), 'chains.sql');

/** Chains by id, ready to schedule. */
export type Schedulers = ReadonlyMap<string, Scheduler>;

/** The chains in force: all, or those that are named. */
export async function schedulersInForce(
  tx: PoolClient,
  only: readonly string[] | null = null,
): Promise<Schedulers> {
  const { rows } = await tx.query<{ id: string; definition: ChainBody }>(CHAINS, [only]);
  return new Map(rows.map(({ id, definition }) => [id, schedulerFor(definition)]));
}
