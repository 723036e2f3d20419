import type { MakeEngine } from '../engine-under-test';
import { useEngine, type EngineInUse } from '../use-engine';
import { itLosesNoDeadlocks, itSettlesRaces } from './races';
import { itSkipsNothing, itTellsTheStoryOfASlowWriter } from './slow-and-fast';

export function describeConcurrency(
  makeEngine: MakeEngine,
  { seed, crossings }: { seed: number; crossings: number },
): void {
  describe('several at once', () => {
    const use: EngineInUse = useEngine(makeEngine);
    itTellsTheStoryOfASlowWriter(use);
    itSkipsNothing(use, seed);
    itSettlesRaces(use);
    itLosesNoDeadlocks(use, crossings);
  });
}
