import { WrongExpectedRevisionError } from '../../errors';
import { anAppend, anEvent, NOW, someEvents } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { expectUnbroken } from '../expectations';
import { useEngine } from '../use-engine';

export function describeAppending(name: string, makeEngine: MakeEngine): void {
  describe('appending', () => {
    const use = useEngine(makeEngine);

    it('runs on the engine that it is named after and starts empty', async () => {
      expect(name).toContain(use.store.engine);
      expect(await use.store.head()).toBe(0n);
      expect(await use.store.append([], NOW)).toEqual([]);
    });

    it('answers in the order of the call, with places behind the end of the log and of each stream', async () => {
      await use.store.append([anAppend('case-old')], NOW);
      const [before] = await use.wholeLog();
      const calls = [anAppend('case-b', { events: someEvents(2) }), anAppend('case-old'), anAppend('case-a')];
      const answer = await use.store.append(calls, NOW);
      expect(answer.map(({ stream, revision }) => [stream, revision])).toEqual([
        ['case-b', 0n],
        ['case-b', 1n],
        ['case-old', 1n],
        ['case-a', 0n],
      ]);
      const places = answer.map(({ position }) => position - before!.position);
      expect(places.every((place) => place > 0n)).toBe(true);
      expect(places[1]).toBeGreaterThan(places[0]!);
      if (use.store.atomicity === 'batch') expect(places).toEqual([1n, 2n, 3n, 4n]);
      expect(answer.map(({ id }) => id)).toEqual(calls.flatMap(({ events }) => events.map(({ id }) => id)));
      expect(answer.every(({ stored, recordedAt }) => stored && recordedAt === NOW.toISOString())).toBe(true);
      await expectUnbroken(use.store, await use.wholeLog());
    });

    it('refuses noStream on a stream that exists, and says where it is', async () => {
      await use.store.append([anAppend('case-taken', { expected: 'noStream', events: someEvents(3) })], NOW);
      const again = use.store.append([anAppend('case-taken', { expected: 'noStream' })], NOW);
      await expect(again).rejects.toMatchObject({
        conflicts: [{ stream: 'case-taken', expected: 'noStream', actual: 2n }],
      });
    });

    it('takes an exact revision and refuses any other with the real one', async () => {
      await use.store.append([anAppend('case-exact', { events: someEvents(2) })], NOW);
      await use.store.append([anAppend('case-exact', { expected: 1n })], NOW);
      for (const expected of [0n, 1n, 3n]) {
        const append = use.store.append([anAppend('case-exact', { expected })], NOW);
        await expect(append).rejects.toMatchObject({
          conflicts: [{ stream: 'case-exact', expected, actual: 2n }],
        });
      }
    });

    it('names all streams that are not where they are expected, one without events as null', async () => {
      await use.store.append([anAppend('case-here')], NOW);
      const append = use.store.append(
        [
          anAppend('case-nowhere', { expected: 4n }),
          anAppend('case-fine', { expected: 'noStream' }),
          anAppend('case-here', { expected: 'noStream' }),
        ],
        NOW,
      );
      await expect(append).rejects.toBeInstanceOf(WrongExpectedRevisionError);
      await expect(append).rejects.toMatchObject({
        conflicts: [
          { stream: 'case-nowhere', expected: 4n, actual: null },
          { stream: 'case-here', expected: 'noStream', actual: 0n },
        ],
      });
      expect(await use.store.readStream('case-fine')).toEqual([]);
    });

    it('keeps streams out of the texts of errors, because their names hold pseudonyms', async () => {
      const append = use.store.append([anAppend('case-secret', { expected: 7n })], NOW);
      await expect(append).rejects.toThrow(expect.not.stringContaining('secret') as string);
    });

    it('can go on with a stream whose first append was refused', async () => {
      await expect(use.store.append([anAppend('case-later', { expected: 0n })], NOW)).rejects.toThrow();
      const [first] = await use.store.append([anAppend('case-later', { expected: 'noStream' })], NOW);
      expect(first).toMatchObject({ revision: 0n, stored: true });
    });

    it('lets two events that say the same be two, when their ids differ', async () => {
      const data = { stage: 'exam' };
      await use.store.append(
        [anAppend('case-twins', { events: [anEvent({ data }), anEvent({ data })] })],
        NOW,
      );
      expect(await use.store.readStream('case-twins')).toHaveLength(2);
    });
  });
}
