import type { EventStore } from '@lueckenlos/event-store';
import { loadSql, type Logger } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { Pool } from 'pg';

import { applyPage, PageError, parkEvent, type PageContext } from './page';
import type { Projection } from './projection';
import { isTransient } from './transient';
import { ensureVersion, runningVersions, switchVersions, type RunningVersion } from './versions';

const FAIL = loadSql(join(__dirname, 'sql'), 'fail-version.sql');

export interface RunnerOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly projection: Projection;
  readonly logger: Logger;
  /** Events of one transaction at most: bounds memory, and what a crash makes to be done again. */
  readonly pageSize: number;
  /** How long to wait at the head, or for another worker, before looking again. */
  readonly pollMs: number;
  readonly onPage?: (version: RunningVersion, events: number, position: bigint) => void;
}

/**
 * Keeps one projection up to date: the live version first, a version being built page by page beside it.
 * Any number of processes may run one; the row lock on the checkpoint lets one of them work at a time.
 */
export class ProjectionRunner {
  /** Shrinks to the event that fails, then grows again. By version. */
  private readonly limits = new Map<number, number>();
  private readonly context: PageContext;

  constructor(private readonly options: RunnerOptions) {
    this.context = { pool: options.pool, store: options.store, projection: options.projection };
  }

  /** Works until aborted. A fault that may pass (the database is away) is waited out. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, projection, logger, pollMs } = this.options;
    while (!signal.aborted) {
      try {
        const reached = await this.catchUp(signal);
        await store.waitBeyond(reached, pollMs, signal);
      } catch (error) {
        logger.warn(
          { projection: projection.name, reason: reasonOf(error) },
          'projection waits and tries again',
        );
        await pause(pollMs, signal);
      }
    }
  }

  /** Applies pages until there is nothing left, and says up to which position. */
  async catchUp(signal?: AbortSignal): Promise<bigint> {
    await ensureVersion(this.options.pool, this.options.projection);
    for (;;) {
      const reached = await this.pass();
      if (reached !== null) return reached;
      if (signal?.aborted) return 0n;
    }
  }

  /** One page for each running version. Null while there is more to do, else the position up to which all is done. */
  private async pass(): Promise<bigint | null> {
    const { pool, projection, onPage } = this.options;
    let reached: bigint | null = null;
    let busy = false;
    for (const version of await runningVersions(pool, projection)) {
      const result = await this.nextPage(version);
      if (result === 'again') busy = true;
      if (typeof result === 'string') continue;
      onPage?.(version, result.events, result.position);
      if (version.state === 'building' && (await switchVersions(pool, projection))) busy = true;
      if (result.events > 0) busy = true;
      reached = reached === null || result.position < reached ? result.position : reached;
    }
    return busy ? null : (reached ?? (await this.options.store.head()));
  }

  private async nextPage(version: RunningVersion): Promise<Awaited<ReturnType<typeof applyPage>> | 'again'> {
    const { pageSize } = this.options;
    const limit = this.limits.get(version.version) ?? pageSize;
    try {
      const result = await applyPage(this.context, version, limit);
      if (limit < pageSize) this.limits.set(version.version, Math.min(limit * 2, pageSize));
      return result;
    } catch (error) {
      if (!(error instanceof PageError) || isTransient(error.cause)) throw error;
      await this.narrowDown(version, error);
      return 'again';
    }
  }

  /** A build stops at once; the live version halves the page down to the event that fails and parks it. */
  private async narrowDown(version: RunningVersion, { events, cause }: PageError): Promise<void> {
    const { pool, projection, logger } = this.options;
    const reason = reasonOf(cause);
    if (version.state === 'building') {
      await pool.query(FAIL, [projection.name, version.version, reason]);
      logger.error({ projection: projection.name, version: version.version, reason }, 'rebuild stopped');
    } else if (events.length > 1) {
      this.limits.set(version.version, Math.ceil(events.length / 2));
    } else if (events[0]) {
      await parkEvent(this.context, version, events[0], reason);
      logger.error({ projection: projection.name, version: version.version, reason }, 'event parked');
    }
  }
}

/** Names the fault without the values it came with: an error text may quote a payload. */
export function reasonOf(error: unknown): string {
  const inner = error instanceof PageError ? error.cause : error;
  if (!(inner instanceof Error)) return 'unknown fault';
  return 'code' in inner ? `${inner.name} ${String(inner.code)}` : inner.name;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
