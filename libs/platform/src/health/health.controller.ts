import { Controller, Get, Headers, SetMetadata } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PUBLIC_ROUTE } from '../http/public-route';
import { languageOf } from '../problems/language';
import { ProblemError } from '../problems/problem-error';
import { HealthRegistry } from './health-registry';
import { notReady } from './not-ready';
import { tellParts, type ToldPart } from './part-health';
import { Readiness } from './readiness';

interface Health {
  readonly status: 'ok';
  readonly checks?: Readonly<Record<string, ToldPart>>;
}

/** `live`: the process answers. `ready`: it may be sent requests; how each of its parts stands. */
@ApiExcludeController()
@SetMetadata(PUBLIC_ROUTE, true)
@Controller('health')
export class HealthController {
  constructor(
    private readonly registry: HealthRegistry,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Headers('accept-language') acceptLanguage?: string): Promise<Health> {
    if (this.registry.draining) {
      throw new ProblemError(
        { code: 'platform.not-ready', params: { failing: ['shutdown'] } },
        { retryAfterSeconds: 5 },
      );
    }
    const language = languageOf(acceptLanguage);
    const parts = await this.readiness.look();
    if ([...parts.values()].some(({ state }) => state === 'down')) throw notReady(parts, language);
    return { status: 'ok', checks: tellParts(parts, language) };
  }
}
