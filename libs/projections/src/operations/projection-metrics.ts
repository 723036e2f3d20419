import { Counter, Gauge, type Registry } from 'prom-client';
import type { RunningVersion } from '../runner/versions';

/** Tells the metrics of each page: how many events, and how far the version is. */
export function pageObserver(
  registry: Registry,
): (projection: string, version: RunningVersion, events: number, position: bigint) => void {
  const events = new Counter({
    name: 'projection_events_total',
    help: 'Events applied, by projection and version',
    labelNames: ['projection', 'version'] as const,
    registers: [registry],
  });
  const position = new Gauge({
    name: 'projection_position',
    help: 'Position up to which the read model goes, by projection and version',
    labelNames: ['projection', 'version'] as const,
    registers: [registry],
  });
  return (projection, { version }, count, reached) => {
    const labels = { projection, version: String(version) };
    events.inc(labels, count);
    position.set(labels, Number(reached));
  };
}

interface Standing {
  readonly name: string;
  readonly version: number;
  readonly lag: number;
  readonly parked: number;
}

/** Lag and parked events, asked for when the metrics are read. */
export function observeStanding(registry: Registry, read: () => Promise<readonly Standing[]>): void {
  const observe = (name: string, help: string, value: (standing: Standing) => number): void => {
    new Gauge({
      name,
      help,
      labelNames: ['projection', 'version'] as const,
      registers: [registry],
      async collect() {
        // Versions come and go. While the database is away the other metrics are still worth reading.
        this.reset();
        for (const standing of await read().catch(() => [])) {
          this.set({ projection: standing.name, version: String(standing.version) }, value(standing));
        }
      },
    });
  };
  observe('projection_lag_events', 'Events not yet processed, by projection and version', ({ lag }) => lag);
  observe('projection_parked_events', 'Events parked, by projection and version', ({ parked }) => parked);
}
