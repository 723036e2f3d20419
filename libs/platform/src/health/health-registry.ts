import { Injectable } from '@nestjs/common';

/** Resolves when all is well; rejects otherwise. What it rejects with is logged, not told. */
export type HealthCheck = () => Promise<unknown>;

/**
 * Where modules say what has to work before this process takes requests:
 * `registry.add('projections', () => …)` in `onModuleInit`.
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
