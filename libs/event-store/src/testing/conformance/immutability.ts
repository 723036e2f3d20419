import { anAppend, NOW } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { useEngine } from '../use-engine';

export function describeImmutability(makeEngine: MakeEngine): void {
  describe('what is recorded', () => {
    const use = useEngine(makeEngine);

    it.each(['update', 'delete', 'truncate'] as const)('stays recorded: %s is refused', async (change) => {
      await use.store.append([anAppend('case-1')], NOW);
      const before = await use.wholeLog();
      const { tamper } = use.engine;
      if (tamper) {
        await expect(tamper[change]()).rejects.toThrow('never changed');
      } else {
        expect(Object.isFrozen(before[0]?.data)).toBe(true);
      }
      expect(await use.wholeLog()).toEqual(before);
    });
  });
}
