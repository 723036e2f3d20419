import { agencyOf, type Identity } from '@lueckenlos/access';
import { inTransaction, loadSql, POOL } from '@lueckenlos/platform';
import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { beingFilled } from '../cube/being-filled';

const LIVE_VERSION = loadSql(join(__dirname, 'sql'), 'live-version.sql');

/** Whose deliveries a question is about; null is everybody's. */
export type Agencies = readonly string[] | null;

/** The way of every question about what arrived: an agency sees its own, the statistics unit all. */
@Injectable()
export class ArrivalsReader {
  constructor(@Inject(POOL) private readonly pool: Pool) {}

  /**
   * Reads from one state of what is counted of arrivals, and says up to which position it goes.
   * @throws ProblemError (503) where nothing was ever counted
   */
  async read<Row>(
    asked: { readonly agency?: string | undefined },
    identity: Identity,
    read: (tx: PoolClient, agencies: Agencies) => Promise<Row[]>,
  ): Promise<{ position: string; rows: Row[] }> {
    const own = identity.scopes.has('figures:exact') ? undefined : agencyOf(identity);
    const named = [own, asked.agency].filter((agency) => agency !== undefined);
    const agencies =
      named.length === 0 ? null : named.filter((agency) => named.every((one) => one === agency));
    return inTransaction(
      this.pool,
      async (tx) => ({ position: await enterLiveVersion(tx), rows: await read(tx, agencies) }),
      'REPEATABLE READ',
    );
  }
}

async function enterLiveVersion(tx: PoolClient): Promise<string> {
  const { rows } = await tx.query<{ version: number; position: string }>(LIVE_VERSION);
  const live = rows[0];
  if (!live) throw beingFilled();
  await tx.query(`SET LOCAL search_path TO quality_${Number(live.version)}`);
  return live.position;
}
