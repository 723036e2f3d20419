import type { MakeEngine } from '../engine-under-test';
import { describeAllOrNothing } from './all-or-nothing';
import { describeAppending } from './appending';
import { describeConcurrency } from './concurrency';
import { describeCrashes } from './crashes';
import { describeImmutability } from './immutability';
import { describeReading } from './reading';
import { describeRepeating } from './repeating';
import { describeStorable } from './storable';
import { describeWaiting } from './waiting';

export interface ConformanceOptions {
  /** How often something is broken off in the middle. */
  readonly crashes?: number;
  /** How often two batches cross over the same streams. */
  readonly crossings?: number;
  /** Chance comes from here; it stands in the names of the checks. */
  readonly seed?: number;
}

/**
 * What every adapter holds. Each check comes from a defect that a real store had.
 * @param name names the engine it runs on, such as `postgresql 18`
 */
export function eventStoreConformance(
  name: string,
  makeEngine: MakeEngine,
  { crashes = 10, crossings = 200, seed = Math.floor(Math.random() * 2 ** 32) }: ConformanceOptions = {},
): void {
  describe(`The event store on ${name}`, () => {
    describeAppending(name, makeEngine);
    describeRepeating(makeEngine);
    describeAllOrNothing(makeEngine);
    describeReading(makeEngine);
    describeWaiting(makeEngine);
    describeStorable(makeEngine, seed);
    describeConcurrency(makeEngine, { seed, crossings });
    describeImmutability(makeEngine);
    describeCrashes(makeEngine, { crashes, seed });
  });
}
