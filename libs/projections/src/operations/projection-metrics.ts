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

/** Lag and parked events, asked for when the metrics are read. */
export function observeStanding(
  registry: Registry,
  read: () => Promise<readonly { name: string; version: number; lag: number; parked: number }[]>,
): void {
  const labelNames = ['projection', 'version'] as const;
  const parked = new Gauge({
    name: 'projection_parked_events',
    help: 'Events parked, by projection and version',
    labelNames,
    registers: [registry],
  });
  new Gauge({
    name: 'projection_lag_events',
    help: 'Events not yet processed, by projection and version',
    labelNames,
    registers: [registry],
    async collect() {
      for (const { name, version, ...standing } of await read()) {
        const labels = { projection: name, version: String(version) };
        this.set(labels, standing.lag);
        parked.set(labels, standing.parked);
      }
    },
  });
}
