import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import type { Pool } from 'pg';
import type { Clock } from '../clock';
import type { Logger } from '../logging/logger';
import { CLOCK, LOGGER, POOL } from '../tokens';
import { DatabaseCheck } from './database-check';
import { HealthController } from './health.controller';
import { HealthRegistry } from './health-registry';
import { Readiness } from './readiness';

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [HealthRegistry, Readiness],
  exports: [HealthRegistry],
})
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly registry: HealthRegistry,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const database = new DatabaseCheck(this.pool, this.clock, this.logger);
    this.registry.add('database', () => database.check());
  }
}
