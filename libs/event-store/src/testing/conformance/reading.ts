import { anAppend, anEvent, NOW, someEvents } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { useEngine } from '../use-engine';

const died = anEvent({
  type: 'lueckenlos.died.v1',
  source: '/agencies/registry-office',
  data: { occurredOn: '2020-01' },
});
const kita = anEvent({
  data: { stage: 'kita', area: '110', notes: ['late', 'by letter'], round: { no: 2, of: 3 } },
});
const exam = anEvent({ data: { stage: 'exam', area: null } });
const chain = anEvent({ type: 'lueckenlos.chain-defined.v1', source: null, data: { chain: 'krefeld' } });

export function describeReading(makeEngine: MakeEngine): void {
  describe('reading', () => {
    const use = useEngine(makeEngine);

    /** The position of the n-th event of the log; 0 before the first. */
    const at = async (place: number): Promise<bigint> => (await use.wholeLog())[place - 1]?.position ?? 0n;

    beforeAll(async () => {
      // One after the other: an engine that stores stream by stream promises no order between them.
      await use.store.append([anAppend('case-1', { events: [kita, exam, died] })], NOW);
      await use.store.append([anAppend('chain-krefeld', { events: [chain] })], NOW);
      await use.store.append([anAppend('case-2', { events: someEvents(2) })], NOW);
      await use.store.append([anAppend('chain', { events: someEvents(1) })], NOW);
    });

    it('gives an event back as it was put in, with its place', async () => {
      const [event] = await use.store.readStream('case-1');
      expect(event).toEqual({
        ...kita,
        stream: 'case-1',
        revision: 0n,
        position: await at(1),
        recordedAt: NOW.toISOString(),
      });
    });

    it('reads a stream from a revision on, at most so many', async () => {
      const ids = async (from?: bigint, limit?: number): Promise<string[]> =>
        (await use.store.readStream('case-1', from, limit)).map(({ id }) => id);
      expect(await ids()).toEqual([kita.id, exam.id, died.id]);
      expect(await ids(1n, 1)).toEqual([exam.id]);
      expect(await ids(3n)).toEqual([]);
      expect(await use.store.readStream('case-unknown')).toEqual([]);
    });

    it('reads many streams, each in order', async () => {
      const events = await use.store.readStreams(['case-2', 'case-1', 'case-unknown', 'case-2']);
      expect(events).toHaveLength(5);
      for (const stream of ['case-1', 'case-2']) {
        const revisions = events.filter((event) => event.stream === stream).map(({ revision }) => revision);
        expect(revisions).toEqual(revisions.map((_, index) => BigInt(index)));
      }
    });

    it('says where streams stand, on an engine that stores an append as a whole', async () => {
      const revisions = await use.store.revisionsOf?.(['case-2', 'case-1', 'case-unknown', 'case-2']);
      const expected = new Map([
        ['case-1', 2n],
        ['case-2', 1n],
      ]);
      expect(revisions).toEqual(use.store.atomicity === 'batch' ? expected : undefined);
    });

    it.each([
      ['a type', [{ type: died.type }], [died.id]],
      ['a member', [{ type: kita.type, data: { stage: 'exam' } }], [exam.id]],
      ['a null', [{ type: kita.type, data: { area: null } }], [exam.id]],
      ['a part of a list', [{ type: kita.type, data: { notes: ['by letter'] } }], [kita.id]],
      ['a nested member', [{ type: kita.type, data: { round: { no: 2 } } }], [kita.id]],
      [
        'one of several',
        [{ type: died.type }, { type: kita.type, data: { area: '110', stage: 'kita' } }],
        [kita.id, died.id],
      ],
      ['nothing', [], []],
      ['another type with the same data', [{ type: died.type, data: { stage: 'kita' } }], []],
    ])('selects events that fit %s', async (_what, patterns, ids) => {
      expect((await use.store.readStreams(['case-1'], patterns)).map(({ id }) => id)).toEqual(ids);
    });

    it('reads a category, which is what stands before the first hyphen, after a position', async () => {
      const read = async (category: string, after: number): Promise<string[]> =>
        (await use.store.readCategory(category, await at(after), 10)).map(({ stream }) => stream);
      expect(await read('chain', 0)).toEqual(['chain-krefeld', 'chain']);
      expect(await read('chain', 4)).toEqual(['chain']);
      expect(await read('cha', 0)).toEqual([]);
      expect(await use.store.readCategory('case', await at(1), 3)).toMatchObject([
        { position: await at(2) },
        { position: await at(3) },
        { position: await at(5) },
      ]);
    });

    it('reads the log in pages after a position', async () => {
      const all = (await use.wholeLog()).map(({ position }) => position);
      const positions = async (after: number, limit: number): Promise<bigint[]> =>
        (await use.store.readAll(await at(after), limit)).map(({ position }) => position);
      expect(all).toHaveLength(7);
      expect(await positions(0, 2)).toEqual(all.slice(0, 2));
      expect(await positions(2, 100)).toEqual(all.slice(2));
      expect(await positions(7, 1)).toEqual([]);
    });

    it('reads on after any number, be it a position or not', async () => {
      const all = (await use.wholeLog()).map(({ position }) => position);
      const read = await use.store.readAll((all[2] ?? 0n) - 1n, 1);
      expect(read.map(({ position }) => position)).toEqual([all[2]]);
      expect(await use.store.readAll((all.at(-1) ?? 0n) + 1_000_000n, 1)).toEqual([]);
    });

    it('finds events by id and leaves unknown ids out', async () => {
      const found = await use.store.findByIds([chain.id, anEvent().id, 'not a uuid', exam.id]);
      expect(found.map(({ id }) => id).sort()).toEqual([chain.id, exam.id].sort());
    });

    it("lists one sender's events after a position", async () => {
      expect(await use.store.listBySource('/agencies/registry-office', 0n, 10)).toMatchObject([
        { id: died.id },
      ]);
      expect(await use.store.listBySource('/agencies/youth-office', await at(1), 2)).toMatchObject([
        { position: await at(2) },
        { position: await at(5) },
      ]);
      expect(await use.store.listBySource('/agencies/nobody', 0n, 10)).toEqual([]);
    });
  });
}
