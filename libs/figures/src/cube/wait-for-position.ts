import { loadSql, ProblemError } from '@lueckenlos/platform';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

const LIVE_VERSION = loadSql(join(__dirname, 'sql'), 'live-version.sql');

const POLL_MS = 20;

/**
 * Waits until the read models have reached a position.
 * @throws ProblemError (503, with Retry-After) when they have not within `timeoutMs`
 */
export async function waitForPosition(pool: Pool, wanted: bigint, timeoutMs = 10_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const { rows } = await pool.query<{ position: string }>(LIVE_VERSION);
    const position = BigInt(rows[0]?.position ?? 0);
    if (position >= wanted) return;
    if (performance.now() >= deadline) {
      const params = { position: position.toString(), wanted: wanted.toString() };
      throw new ProblemError(
        { code: 'figures.not-caught-up', pointer: '/minPosition', params },
        { retryAfterSeconds: 5 },
      );
    }
    await pause(POLL_MS);
  }
}
