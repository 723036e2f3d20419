import { Controller, Get, Inject, SetMetadata } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { ApiExcludeController } from '@nestjs/swagger';
import { PUBLIC_ROUTE } from '../http/public-route';
import type { Logger } from '../logging/logger';
import { ProblemError } from '../problems/problem-error';
import { LOGGER } from '../tokens';
import { HealthRegistry } from './health-registry';

const PATIENCE_MS = 3_000;

interface Health {
  readonly status: 'ok';
  readonly checks?: Readonly<Record<string, 'up'>>;
}

/** `live`: the process answers. `ready`: it may be sent requests. */
@ApiExcludeController()
@SetMetadata(PUBLIC_ROUTE, true)
@Controller('health')
export class HealthController {
  constructor(
    private readonly registry: HealthRegistry,
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('live')
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<Health> {
    const names = [...this.registry.checks.keys()];
    const failing = this.registry.draining ? ['shutdown'] : await this.failing();
    if (failing.length > 0) {
      throw new ProblemError({ code: 'platform.not-ready', params: { failing } }, { retryAfterSeconds: 5 });
    }
    return { status: 'ok', checks: Object.fromEntries(names.map((name) => [name, 'up'])) };
  }

  private async failing(): Promise<string[]> {
    const failing: string[] = [];
    const attempts = [...this.registry.checks].map(
      ([name, check]) =>
        async (): Promise<HealthIndicatorResult> => {
          const result = await this.indicators
            .check(name)
            .attempt(async () => {
              await check().catch((err: unknown) => {
                this.logger.warn({ check: name, err }, 'A health check failed');
                throw err;
              });
            })
            .withTimeout(PATIENCE_MS);
          if (result[name]?.status !== 'up') {
            failing.push(name);
          }
          return result;
        },
    );
    // Terminus answers a failed check by throwing; which ones failed is known by then.
    await this.health.check(attempts).catch(() => undefined);
    return failing;
  }
}
