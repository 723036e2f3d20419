import * as fc from 'fast-check';
import { MalformedAppendError, UnstorableEventError } from '../../errors';
import type { NewEvent } from '../../port';
import { anAppend, anEvent, NOW, someEvents } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { useEngine } from '../use-engine';

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;
const deep = (levels: number): unknown => (levels === 0 ? 0 : [deep(levels - 1)]);

export function describeStorable(makeEngine: MakeEngine, seed: number): void {
  describe('what can be stored', () => {
    const use = useEngine(makeEngine);

    it.each([
      ['NUL in a text', { note: 'a\0b' }],
      ['NUL in a name', { 'a\0b': 1 }],
      ['half of a surrogate pair', { note: '\ud83d' }],
      ['a date', { on: NOW }],
      ['NaN', { share: NaN }],
      ['a map', { map: new Map() }],
      ['a bigint', { count: 1n }],
      ['a function', { run: () => 0 }],
      ['undefined in a list', { list: [undefined] }],
      ['a cycle', cycle],
      ['too deep a nesting', { deep: deep(5_000) }],
    ])('%s is refused before anything is stored', async (_what, data: Record<string, unknown>) => {
      const append = use.store.append(
        [anAppend('case-1'), anAppend('case-2', { events: [anEvent({ data })] })],
        NOW,
      );
      await expect(append).rejects.toBeInstanceOf(UnstorableEventError);
      expect(await use.store.head()).toBe(0n);
    });

    it.each([
      ['an id that is no UUID', { id: 'not-a-uuid' }],
      ['an empty type', { type: '' }],
      ['a schema version of 0', { schemaVersion: 0 }],
      ['an endless source', { source: 'x'.repeat(501) }],
    ])('%s is a mistake of the caller', async (_what, special: Partial<NewEvent>) => {
      const append = use.store.append([anAppend('case-1', { events: [anEvent(special)] })], NOW);
      await expect(append).rejects.toBeInstanceOf(MalformedAppendError);
    });

    it.each([
      ['a stream without a name', [anAppend('')]],
      ['a stream that stands twice', [anAppend('case-1'), anAppend('case-1')]],
      ['a stream without events', [anAppend('case-1', { events: [] })]],
      ['a negative revision', [anAppend('case-1', { expected: -1n })]],
    ])('%s is a mistake of the caller', async (_what, streams) => {
      await expect(use.store.append(streams, NOW)).rejects.toBeInstanceOf(MalformedAppendError);
    });

    it(`any other JSON comes back as it was (seed ${seed})`, async () => {
      const object = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }));
      const documents = fc.sample(object, { seed, numRuns: 200 });
      const events = documents.map((data) =>
        anEvent({ data, metadata: { ...anEvent().metadata, extra: data } }),
      );
      await use.store.append([anAppend('case-json', { events })], NOW);
      const read = await use.store.readStream('case-json');
      const plain = JSON.parse(JSON.stringify(events)) as NewEvent[];
      expect(read.map(({ data, metadata }) => ({ data, metadata }))).toEqual(
        plain.map(({ data, metadata }) => ({ data, metadata })),
      );
    });

    it('a member that is undefined is absent', async () => {
      await use.store.append(
        [anAppend('case-undefined', { events: [anEvent({ data: { area: undefined } })] })],
        NOW,
      );
      expect((await use.store.readStream('case-undefined'))[0]?.data).toStrictEqual({});
    });

    it('what the writer changes afterwards changes nothing', async () => {
      const data = { stage: 'kita' };
      const [event] = someEvents(1);
      await use.store.append([anAppend('case-later', { events: [{ ...event!, data }] })], NOW);
      data.stage = 'exam';
      expect((await use.store.readStream('case-later'))[0]?.data).toEqual({ stage: 'kita' });
    });
  });
}
