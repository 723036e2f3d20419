import { UnstorableEventError, WrongExpectedRevisionError } from '../../errors';
import type { StreamAppend } from '../../port';
import { anAppend, anEvent, NOW } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { countOf } from '../expectations';
import { useEngine } from '../use-engine';

const STREAMS = 5_000;

export function describeAllOrNothing(makeEngine: MakeEngine): void {
  describe('5,000 streams in one append', () => {
    const use = useEngine(makeEngine);

    const appendWith = (failing: StreamAppend): Promise<unknown> => {
      const fine = Array.from({ length: STREAMS - 1 }, (_, index) => anAppend(`case-${index}`));
      return use.store.append([...fine.slice(0, 4_998), failing, ...fine.slice(4_998)], NOW);
    };

    it('store nothing when the 4,999th is not where it is expected', async () => {
      const append = appendWith(anAppend('case-wrong', { expected: 3n }));
      await expect(append).rejects.toBeInstanceOf(WrongExpectedRevisionError);
      expect(await use.store.head()).toBe(0n);
      expect(await use.store.readStreams(['case-0', 'case-4997', 'case-4998'])).toEqual([]);
    });

    it('store nothing when an event of the 4,999th cannot be stored', async () => {
      const append = appendWith(anAppend('case-nul', { events: [anEvent({ data: { note: '\0' } })] }));
      await expect(append).rejects.toBeInstanceOf(UnstorableEventError);
      expect(await use.store.head()).toBe(0n);
    });

    it('store everything when all are fine, also after they were refused', async () => {
      await appendWith(anAppend('case-fine', { expected: 'noStream' }));
      expect(await countOf(use.store)).toBe(STREAMS);
    }, 60_000);
  });
}
