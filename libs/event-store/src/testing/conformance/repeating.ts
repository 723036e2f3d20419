import { IdConflictError } from '../../errors';
import { anAppend, anEvent, NOW, someEvents } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { useEngine } from '../use-engine';

const LATER = new Date('2026-04-01T00:00:00.000Z');

export function describeRepeating(makeEngine: MakeEngine): void {
  describe('repeating an append', () => {
    const use = useEngine(makeEngine);

    it('answers with the old places after a lost answer and stores nothing new', async () => {
      const call = [anAppend('case-1', { events: someEvents(3) }), anAppend('case-2')];
      const first = await use.store.append(call, NOW);
      const head = await use.store.head();
      const second = await use.open().append(call, LATER);
      expect(second).toEqual(first.map((place) => ({ ...place, stored: false })));
      expect(await use.store.head()).toBe(head);
    });

    it.each([['noStream' as const], [1n]])(
      'recognises it before the expectation %s fails',
      async (expected) => {
        const stream = `case-expected-${expected}`;
        if (expected !== 'noStream') {
          await use.store.append([anAppend(stream, { events: someEvents(2) })], NOW);
        }
        const call = [anAppend(stream, { expected })];
        const [first] = await use.store.append(call, NOW);
        await use.store.append([anAppend(stream)], NOW);
        expect(await use.store.append(call, NOW)).toEqual([{ ...first, stored: false }]);
      },
    );

    it('refuses a partial overlap and names the ids that are stored', async () => {
      const [stored, fresh] = [anEvent(), anEvent()];
      await use.store.append([anAppend('case-part', { events: [stored] })], NOW);
      const append = use.store.append([anAppend('case-part', { events: [stored, fresh] })], NOW);
      await expect(append).rejects.toBeInstanceOf(IdConflictError);
      await expect(append).rejects.toMatchObject({ ids: [stored.id] });
      expect(await use.store.readStream('case-part')).toHaveLength(1);
    });

    it('refuses an id that stands in another stream', async () => {
      const event = anEvent();
      await use.store.append([anAppend('case-mine', { events: [event] })], NOW);
      const append = use.store.append([anAppend('case-other', { events: [event] })], NOW);
      await expect(append).rejects.toMatchObject({ ids: [event.id] });
      expect(await use.store.readStream('case-other')).toEqual([]);
    });

    it('refuses an id that stands twice in one append', async () => {
      const event = anEvent();
      const append = use.store.append(
        [anAppend('case-x', { events: [event] }), anAppend('case-y', { events: [event] })],
        NOW,
      );
      await expect(append).rejects.toMatchObject({ ids: [event.id] });
      expect(await use.store.readStream('case-x')).toEqual([]);
    });

    it('keeps the first content of an id, whatever a repetition says', async () => {
      const event = anEvent();
      await use.store.append([anAppend('case-content', { events: [event] })], NOW);
      const changed = { ...event, data: { stage: 'exam' } };
      await use.store.append([anAppend('case-content', { events: [changed] })], NOW);
      expect((await use.store.readStream('case-content'))[0]?.data).toEqual(event.data);
    });
  });
}
