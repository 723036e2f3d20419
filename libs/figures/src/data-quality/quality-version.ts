import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const LIVE_VERSION = loadSql(join(__dirname, 'sql'), 'live-version.sql');

/** Points the transaction at what is counted of arrivals, and says up to which position; null before anything is. */
export async function enterQuality(tx: PoolClient): Promise<string | null> {
  const { rows } = await tx.query<{ version: number; position: string }>(LIVE_VERSION);
  const live = rows[0];
  if (!live) return null;
  await tx.query(`SET LOCAL search_path TO quality_${Number(live.version)}`);
  return live.position;
}
