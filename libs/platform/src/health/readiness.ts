import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { Trouble } from '../logging/trouble';
import type { Logger } from '../logging/logger';
import { ProblemError } from '../problems/problem-error';
import type { Fault } from '../problems/problem-definition';
import { LOGGER } from '../tokens';
import { HealthRegistry, type HealthCheck } from './health-registry';
import type { PartHealth, Parts } from './part-health';

const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 5_000;

/**
 * How the parts of the process stand. It looks when it is asked, and at intervals by itself, so that the log tells of
 * an outage, once when it begins and once when it is over, whether or not anybody asks for the health.
 */
@Injectable()
export class Readiness implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly troubles = new Map<string, Trouble>();
  private looking: Promise<Parts> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly registry: HealthRegistry,
    private readonly indicators: HealthIndicatorService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Who asks while a look is under way shares it. */
  look(): Promise<Parts> {
    this.looking ??= this.lookAtAll().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookAtAll(): Promise<Parts> {
    const parts = [...this.registry.checks].map(
      async ([name, check]) => [name, await this.lookAt(name, check)] as const,
    );
    return new Map(await Promise.all(parts));
  }

  private async lookAt(name: string, check: HealthCheck): Promise<PartHealth> {
    const trouble = this.troubleOf(name);
    let error: unknown = new ProblemError({ code: 'platform.check-timed-out' });
    let notice: Fault | undefined;
    const attempt = async (): Promise<void> => {
      try {
        notice = await check();
      } catch (failure) {
        error = failure;
        throw failure;
      }
    };
    const result = await this.indicators.check(name).attempt(attempt).withTimeout(PATIENCE_MS);
    if (result[name]?.status === 'up') {
      trouble.passed();
      return notice ? { state: 'degraded', fault: notice } : { state: 'up' };
    }
    trouble.met(error);
    return { state: 'down', fault: trouble.fault };
  }

  private troubleOf(part: string): Trouble {
    const trouble = this.troubles.get(part) ?? new Trouble(this.logger, { part });
    this.troubles.set(part, trouble);
    return trouble;
  }
}
