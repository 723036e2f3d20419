import { Injectable } from '@nestjs/common';
import type { Fault } from '../problems/problem-definition';

/**
 * Resolves when a part of the process may be sent requests: with nothing when all is well, with a fault that somebody
 * should look at but that keeps nobody away, and that the part itself has logged. Rejects otherwise: that is logged
 * here, and no more than its code is told.
 */
export type HealthCheck = () => Promise<Fault | undefined>;

/**
 * Where modules say what has to work before this process takes requests:
 * `registry.add('projections', async () => …)` in `onModuleInit`.
 */
@Injectable()
export class HealthRegistry {
  private readonly entries = new Map<string, HealthCheck>();
  private stopping = false;

  add(name: string, check: HealthCheck): void {
    if (this.entries.has(name)) {
      throw new Error(`There are two health checks by the name ${name}.`);
    }
    this.entries.set(name, check);
  }

  get checks(): ReadonlyMap<string, HealthCheck> {
    return this.entries;
  }

  /** Tells a load balancer to send nothing more. */
  drain(): void {
    this.stopping = true;
  }

  get draining(): boolean {
    return this.stopping;
  }
}
