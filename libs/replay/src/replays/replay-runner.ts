import { parseMonth } from '@lueckenlos/chain';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { CONFIG, LOGGER, POOL, VERSION, type Config, type Logger } from '@lueckenlos/platform';
import { cellsOf, openSeriesKey, openTable, ReleaseStore } from '@lueckenlos/releases';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Pool } from 'pg';
import {
  ReplayFault,
  type CurvesReplay,
  type PublishedCells,
  type Replay,
  type ReplayQuestion,
} from '../engine';
import { readLog } from '../log/read-log';
import { compareLive } from './compare-live';
import { compareLiveCurves } from './compare-live-curves';
import type { CompletedReplay, ReplayJobTask } from './replay-job';
import { ReplayJobs, type TakenReplay } from './replay-jobs';
import type { OrderedTask } from './worker/messages';
import { runInWorker } from './worker/run-in-worker';

/** A replay whose worker dies so often is given up. */
const MOST_ATTEMPTS = 3;
const HOLD_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 5_000;

/** Works the replays of the installation, one at a time in this process, the oldest first. */
@Injectable()
export class ReplayRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly jobs: ReplayJobs,
    private readonly releases: ReleaseStore,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    // One that another process has left lying is found by looking.
    this.timer = setInterval(() => this.wake(), LOOK_EVERY_MS).unref();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  /** Something waits. */
  wake(): void {
    this.working = this.working.then(() => this.workAll());
  }

  private async workAll(): Promise<void> {
    try {
      while (!this.stopping.signal.aborted) {
        const job = await this.jobs.take();
        if (!job) return;
        await this.work(job);
      }
    } catch (error) {
      // The database or the log is away: what is held comes free by itself, and is taken again.
      this.logger.warn({ reason: (error as Error).name }, 'Replays wait');
    }
  }

  private async work(job: TakenReplay): Promise<void> {
    let events = 0;
    const holding = setInterval(() => void this.jobs.hold(job, events).catch(() => undefined), HOLD_EVERY_MS);
    try {
      if (job.attempts > MOST_ATTEMPTS)
        return await this.jobs.fail(job, 0, { code: 'replay.interrupted', params: {} });
      const replayed = await this.replay(job, (read) => (events = read));
      await this.jobs.complete(job, replayed.eventsRead, await this.answerOf(job.task, replayed));
    } catch (error) {
      if (error instanceof ReplayFault)
        return await this.jobs.fail(job, events, { code: error.code, params: error.params });
      const { aborted } = this.stopping.signal;
      await this.jobs.putBack(job, !aborted);
      if (!aborted) throw error;
    } finally {
      clearInterval(holding);
    }
  }

  private async answerOf(task: ReplayJobTask, replayed: Replay | CurvesReplay): Promise<CompletedReplay> {
    const { position, digest } = replayed;
    if ('strata' in replayed) {
      const live = task.curves ? await compareLiveCurves(this.pool, task, task.curves, replayed) : null;
      return { position, digest, strata: replayed.strata, live };
    }
    const { scope, rows, flows, release } = replayed;
    const live = release ? null : await compareLive(this.pool, task, replayed);
    return { position, digest, scope, rows, flows, release, live };
  }

  private async replay(
    { task }: TakenReplay,
    onProgress: (events: number) => void,
  ): Promise<Replay | CurvesReplay> {
    const part = { after: 0n, upTo: BigInt(task.upTo), limit: Infinity, filter: {} };
    const order = {
      task: await this.orderOf(task),
      upTo: Number(task.upTo),
      memory: this.config.replayMemory * 2 ** 20,
    };
    return runInWorker(readLog(this.store, part), order, { onProgress, signal: this.stopping.signal });
  }

  private async orderOf(task: ReplayJobTask): Promise<OrderedTask> {
    const { by, level, release, curves } = task;
    if (release === null) {
      const question = questionOf(task);
      return curves ? { curves: { ...question, ...curves } } : { question };
    }
    const found = await this.releases.find(release, null);
    if (!found) throw new ReplayFault('replay.unknown-release', { release, known: '–' });
    const { content: table } = await openTable(this.config.perturbationTableFile);
    const { secret } = await openSeriesKey(this.config);
    const published = await this.publishedCells(release, found.heading.cubes);
    return {
      release: { release: found.heading, published, table, secret, codeVersion: VERSION },
      breakdown: { by, level },
    };
  }

  private async publishedCells(release: string, cubes: readonly string[]): Promise<PublishedCells> {
    const tables = await Promise.all(
      cubes.map(async (cube) => cellsOf(cube, await this.releases.publishedCells(release, cube))),
    );
    return tables.flat();
  }
}

function questionOf(task: ReplayJobTask): ReplayQuestion {
  const { chain, chainVersion, asOf, by, level, boundaries = asOf, upTo, knownBefore } = task;
  return {
    ...{ chain, by, level },
    ...(chainVersion === undefined ? {} : { chainVersion }),
    asOf: parseMonth(asOf) ?? NaN,
    boundaries: parseMonth(boundaries) ?? NaN,
    known: { upTo: Number(upTo), before: knownBefore === null ? Infinity : Date.parse(knownBefore) },
  };
}
