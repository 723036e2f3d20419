import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import {
  CONFIG,
  HealthRegistry,
  LOGGER,
  METRICS,
  POOL,
  type Config,
  type Fault,
  type Logger,
} from '@lueckenlos/platform';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import type { Projection } from '../runner/projection';
import { ProjectionRunner } from '../runner/projection-runner';
import { observeStanding, pageObserver } from './projection-metrics';
import { ProjectionOperations } from './projection-operations';
import { noticeOf } from './standing';
import { PROJECTIONS } from './tokens';

const POLL_MS = 1_000;
const MEBIBYTE = 1024 * 1024;

/** Runs the projections of a process from its start to its end. */
@Injectable()
export class Projector implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();
  private runners: readonly ProjectionRunner[] = [];

  constructor(
    @Inject(PROJECTIONS) private readonly projections: readonly Projection[],
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) private readonly metrics: Registry,
    private readonly operations: ProjectionOperations,
    private readonly health: HealthRegistry,
  ) {}

  onApplicationBootstrap(): void {
    observeStanding(this.metrics, () => this.operations.status());
    const observe = pageObserver(this.metrics);
    this.runners = this.projections.map((projection) => this.runnerOf(projection, observe));
    this.health.add('projections', () => this.standing());
    this.running = Promise.all(this.runners.map((runner) => runner.run(this.stopping.signal)));
  }

  /** The page under way commits or rolls back before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** What somebody should look at; answers go on meanwhile, from the version in service. */
  private async standing(): Promise<Fault | undefined> {
    const kept = this.runners.find(({ trouble }) => trouble.fault)?.trouble.fault;
    return kept ?? noticeOf(await this.operations.status(), this.config.projectionPageSize);
  }

  private runnerOf(projection: Projection, observe: ReturnType<typeof pageObserver>): ProjectionRunner {
    return new ProjectionRunner({
      pool: this.pool,
      store: this.store,
      projection,
      logger: this.logger,
      pageSize: this.config.projectionPageSize,
      stretchBytes: this.config.projectionMemory * MEBIBYTE,
      pollMs: POLL_MS,
      onPage: (version, events, position) => observe(projection.name, version, events, position),
    });
  }
}
