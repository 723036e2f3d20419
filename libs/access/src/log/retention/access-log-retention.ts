import { Inject, Injectable, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import {
  CLOCK,
  Clock,
  Config,
  CONFIG,
  HealthRegistry,
  loadSql,
  LOGGER,
  POOL,
  Trouble,
} from '@lueckenlos/platform';
import { Pool } from 'pg';
import { Logger } from 'pino';
import { expiryOf } from './expiry';

const EXPIRE = loadSql(__dirname, 'expire.sql');
const A_DAY_MS = 86_400_000;

/** Lets entries of the access log go when their time has come: at the start of the process, and once a day. */
@Injectable()
export class AccessLogRetention implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly trouble: Trouble;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'accessLogRetention'>,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly health: HealthRegistry,
  ) {
    this.trouble = new Trouble(logger, { part: 'access log retention' });
  }

  onApplicationBootstrap(): void {
    this.health.add('access log retention', () => Promise.resolve(this.trouble.fault));
    this.running = this.quietly();
    this.timer = setInterval(() => void (this.running = this.quietly()), A_DAY_MS).unref();
  }

  /** What is under way is finished while the database is still there. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Deletes what has expired by the clock; gives how many entries that were. */
  async run(): Promise<number> {
    const now = this.clock();
    const expiry = expiryOf(this.config.accessLogRetention, now);
    const { rows } = await this.pool.query<{ expired: string }>(EXPIRE, [expiry, now]);
    const expired = Number(rows[0]?.expired);
    if (expired > 0)
      this.logger.info({ expired, before: expiry }, 'Deleted expired entries of the access log');
    return expired;
  }

  private async quietly(): Promise<void> {
    try {
      await this.run();
      this.trouble.passed();
    } catch (error) {
      this.trouble.met(error);
    }
  }
}
