import type { EventStore } from '@lueckenlos/event-store';
import { Trouble, type Logger } from '@lueckenlos/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { StretchError, type StretchLimits } from './gather-stretch';
import { nextStretch } from './next-stretch';
import { applyPage, PageError, parkFailed, type PageContext, type PageResult } from './page';
import type { Projection } from './projection';
import { reasonOf } from './projection-error';
import { switchVersions } from './switch-and-drop';
import { isTransient } from './transient';
import { emptyVersion, ensureVersion, failVersion, runningVersions, type RunningVersion } from './versions';

/** How often an event is tried alone before it is parked. */
const ATTEMPTS = 3;
const STRETCH_BYTES = 128 * 1024 * 1024;

export interface RunnerOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly projection: Projection;
  readonly logger: Logger;
  /** Events read from the log at once. */
  readonly pageSize: number;
  /** Bytes that what was read may take in memory before it is written, where a projection goes by stretches; 128 MiB. */
  readonly stretchBytes?: number;
  /** How long to wait at the head, or for another worker, before looking again. */
  readonly pollMs: number;
  readonly onPage?: (version: RunningVersion, events: number, position: bigint) => void;
}

/** What a look at all running versions brought: there is more, another worker is busy, or all is done up to here. */
type Pass = 'more' | 'waiting' | bigint;

/**
 * Keeps one projection up to date: the live version first, a version being built page by page beside it.
 * Any number of processes may run one; the row lock on the checkpoint lets one of them work at a time.
 */
export class ProjectionRunner {
  /** Shrinks to the event that fails, then grows again. By version. */
  private readonly limits = new Map<number, number>();
  /** The event that failed alone last, and how often. */
  private failing = { position: 0n, attempts: 0 };
  /** Up to where a version is to go page by page, because its last stretch failed somewhere before. */
  private readonly careful = new Map<number, bigint>();
  private readonly context: PageContext & { readonly limits: StretchLimits };
  /** What keeps it from going on at present. */
  readonly trouble: Trouble;

  constructor(private readonly options: RunnerOptions) {
    this.trouble = new Trouble(options.logger, { projection: options.projection.name });
    const { pool, store, projection, pageSize, stretchBytes = STRETCH_BYTES } = options;
    this.context = { pool, store, projection, limits: { pageSize, stretchBytes } };
  }

  /** Works until aborted. A fault that may pass (the database is away) is waited out. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, pollMs } = this.options;
    while (!signal.aborted) {
      try {
        const reached = await this.catchUp(signal);
        this.trouble.passed();
        await store.waitBeyond(reached, pollMs, signal);
      } catch (error) {
        this.trouble.met(causeOf(error));
        await pause(pollMs, signal);
      }
    }
  }

  /**
   * Applies pages until there is nothing left, or until aborted, and says up to which position all is done.
   * While another worker is busy with the same version it waits, and looks again.
   */
  async catchUp(signal?: AbortSignal): Promise<bigint> {
    await ensureVersion(this.options.pool, this.options.projection);
    for (;;) {
      const pass = await this.pass(signal);
      if (typeof pass === 'bigint') return pass;
      if (signal?.aborted) return 0n;
      if (pass === 'waiting') await pause(this.options.pollMs, signal);
    }
  }

  /** One step for each running version. */
  private async pass(signal?: AbortSignal): Promise<Pass> {
    const { pool, projection, store } = this.options;
    const results: Pass[] = [];
    for (const version of await runningVersions(pool, projection)) {
      results.push(await this.step(version, signal));
    }
    if (results.includes('more')) return 'more';
    if (results.includes('waiting')) return 'waiting';
    const reached = results.filter((result) => typeof result === 'bigint');
    // Nothing to feed: the build of this program failed, or a newer program is in service.
    return reached.length > 0 ? reached.reduce((a, b) => (a < b ? a : b)) : store.head();
  }

  private async step(version: RunningVersion, signal?: AbortSignal): Promise<Pass> {
    const { pool, projection, onPage } = this.options;
    const result = await this.next(version, signal);
    if (typeof result === 'string') return result === 'failed' ? 'more' : result;
    const { events, position, more } = result;
    // What kept it waiting is over, long before all is caught up.
    if (more) this.trouble.passed();
    onPage?.(version, events, position);
    const isFilled = position > 0n || !more;
    const switched = version.state === 'building' && isFilled && (await switchVersions(pool, projection));
    return more || switched ? 'more' : position;
  }

  /** A stretch where that is possible, else a page. */
  private async next(version: RunningVersion, signal?: AbortSignal): Promise<PageResult | 'failed'> {
    const { bulk } = this.options.projection;
    if (!bulk || this.careful.has(version.version)) return this.nextPage(version);
    try {
      const result = await nextStretch(this.context, bulk, version, signal);
      return result === 'page by page' ? await this.nextPage(version) : result;
    } catch (error) {
      if (!(error instanceof StretchError) || isTransient(error.cause)) throw error;
      await this.giveUpStretch(version, error);
      return 'failed';
    }
  }

  private async nextPage(version: RunningVersion): Promise<PageResult | 'failed'> {
    const { pageSize } = this.options;
    const limit = this.limits.get(version.version) ?? pageSize;
    try {
      const result = await applyPage(this.context, version, limit);
      if (limit < pageSize) this.limits.set(version.version, Math.min(limit * 2, pageSize));
      if (result !== 'waiting' && result.position >= (this.careful.get(version.version) ?? 0n)) {
        this.careful.delete(version.version);
      }
      return result;
    } catch (error) {
      if (!(error instanceof PageError) || isTransient(error.cause)) throw error;
      await this.narrowDown(version, error);
      return 'failed';
    }
  }

  /** A build stops at once; the live version goes page by page up to where the event that fails must have come. */
  private async giveUpStretch(version: RunningVersion, { end, cause }: StretchError): Promise<void> {
    if (version.state === 'building') {
      await this.stopBuild(version, cause);
      return;
    }
    this.careful.set(version.version, end);
    await emptyVersion(this.options.pool, this.options.projection, version.version);
  }

  /** A build stops at once; the live version halves the page down to the event that fails and parks it. */
  private async narrowDown(version: RunningVersion, { after, events, cause }: PageError): Promise<void> {
    const { projection, logger } = this.options;
    const [reason, about] = [reasonOf(cause), { projection: projection.name, version: version.version }];
    if (version.state === 'building') {
      await this.stopBuild(version, cause);
      return;
    }
    const [event] = events;
    if (!event || events.length > 1) {
      this.limits.set(version.version, Math.ceil(events.length / 2));
      return;
    }
    const attempts = this.failing.position === event.position ? this.failing.attempts + 1 : 1;
    this.failing = { position: event.position, attempts };
    if (attempts < ATTEMPTS) return;
    await parkFailed(this.context, version, { after, event }, { error: reason, attempts });
    logger.error({ ...about, position: event.position.toString(), reason }, 'event parked');
  }

  private async stopBuild({ version }: RunningVersion, cause: unknown): Promise<void> {
    const { pool, projection, logger } = this.options;
    const reason = reasonOf(cause);
    await failVersion(pool, projection, version, reason);
    logger.error({ projection: projection.name, version, reason }, 'rebuild stopped');
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof PageError || error instanceof StretchError ? error.cause : error;
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  // Rejects when aborted: then there is nothing to wait for.
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
