import { measureCatchUp } from './catch-up/catch-up-part';
import { measureFigures } from './figures/figures-part';
import { measureKnownBefore } from './known-before/known-before-part';
import type { BenchOptions, PartName } from './options';
import { measureProtected } from './protected/protected-part';
import type { PartReport } from './report/figure';
import type { BenchPostgres } from './system/bench-database';
import { withFilledSystem, type FilledSystem } from './system/filled-system';

/** The parts that need full logs. */
export const SIZED_PARTS: readonly PartName[] = ['catch-up', 'figures', 'known-before', 'protected'];

/** What is measured on full logs of several sizes, which are there together: each is filled once, for all parts. */
export function sizedParts(
  postgres: BenchPostgres,
  options: BenchOptions,
  tell: (what: string) => void,
): Promise<PartReport[]> {
  return withSizes(options.sizes, []);

  async function withSizes(
    sizes: readonly number[],
    systems: readonly FilledSystem[],
  ): Promise<PartReport[]> {
    const [size, ...larger] = sizes;
    if (size === undefined) return measureOn(systems);
    tell(`a log of ${size} × the demo`);
    return withFilledSystem(postgres, size, (system) => withSizes(larger, [...systems, system]));
  }

  async function measureOn(systems: readonly FilledSystem[]): Promise<PartReport[]> {
    const reports: PartReport[] = [];
    if (options.parts.has('catch-up')) {
      tell('catch-up');
      for (const system of systems) reports.push(await measureCatchUp(system, options));
    }
    if (options.parts.has('known-before')) {
      tell('known-before');
      for (const system of systems) reports.push(await measureKnownBefore(system, options));
    }
    const [small, large] = [systems.at(0), systems.at(-1)];
    if (options.parts.has('figures') && small && large) {
      tell('figures');
      reports.push(await measureFigures(small, large));
    }
    if (options.parts.has('protected') && small && large) {
      tell('protected figures');
      reports.push(await measureProtected(small, large));
    }
    return reports;
  }
}
