import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Pool } from 'pg';
import {
  CLOCK,
  databaseFault,
  HealthRegistry,
  loadSql,
  LOGGER,
  POOL,
  ProblemError,
  Trouble,
  type Clock,
  type Logger,
} from '@lueckenlos/platform';
import { ImportIntake } from '../spool/import-intake';
import { ImportRunner } from './import-runner';
import { JobLedger } from './job-ledger';
import { withFreeJob, type WorkedJob } from './job-lock';
import { Pause } from './pause';

const COUNT_FAILURE = loadSql(`${__dirname}/sql`, 'count-failure.sql');
const PAUSE_MS = 1_000;
const SWEEP_EVERY_MS = 600_000;

/** Works the jobs of the whole installation, one at a time in this process, the oldest first. */
@Injectable()
export class ImportWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #pause = new Pause();
  #stopping = false;
  #working: Promise<void> = Promise.resolve();
  readonly #trouble: Trouble;

  constructor(
    private readonly runner: ImportRunner,
    private readonly intake: ImportIntake,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
    private readonly health: HealthRegistry,
  ) {
    this.#trouble = new Trouble(logger, { part: 'imports' });
  }

  onApplicationBootstrap(): void {
    // Files are still taken in while it waits.
    this.health.add('imports', () => Promise.resolve(this.#trouble.fault));
    this.#working = this.work();
  }

  /** A job waits: no need to pause any longer. */
  wake(): void {
    this.#pause.end();
  }

  /** The chunk under way is finished and counted; the job goes on at the next start, here or elsewhere. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    this.#pause.end();
    await this.#working;
  }

  /** Works every job that is free; throws the first failure when it has tried all of them. */
  async drain(): Promise<void> {
    const failures: unknown[] = [];
    for (let after = '0'; !this.#stopping;) {
      const worked = await withFreeJob(this.pool, after, (client, { id }) =>
        this.runner.run(
          new JobLedger(client, this.clock, id, () => this.#trouble.passed()),
          () => this.#stopping,
        ),
      );
      if (!worked) break;
      if ('failure' in worked) failures.push(await this.failed(worked));
      after = worked.seq;
    }
    if (failures.length > 0) throw failures[0];
  }

  /** That the log is busy, or the database away or full, says nothing against the job: it is as it was, and waits. */
  private async failed({ id, failure }: WorkedJob): Promise<unknown> {
    const isBusy = failure instanceof ProblemError && failure.status === 503;
    if (!isBusy && !databaseFault(failure)) await this.pool.query(COUNT_FAILURE, [id]);
    return failure;
  }

  private async work(): Promise<void> {
    for (let swept = -Infinity; !this.#stopping;) {
      await this.quietly(async () => {
        if (performance.now() - swept > SWEEP_EVERY_MS) {
          await this.intake.sweep();
          swept = performance.now();
        }
        await this.drain();
      });
      if (!this.#stopping) await this.#pause.begin(PAUSE_MS);
    }
  }

  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#trouble.passed();
    } catch (error) {
      this.#trouble.met(error);
    }
  }
}
