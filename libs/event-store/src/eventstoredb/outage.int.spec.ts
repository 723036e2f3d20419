import { until } from '@lueckenlos/platform/testing';
import { anAppend, anEvent } from '../testing';
import { StoreUnavailableError } from '../errors';
import type { EventStoreDbStore } from './eventstoredb-store';
import type { AppendFault } from './testing/injector/faults';
import { useFaultInjector } from './testing/on-fault-injector';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const IMPATIENT = { appendMs: 400, silenceMs: 400, patienceMs: 1_200 };
const ALL = 1_000_000;

/** Asked again while a look of before is still under way. */
async function isWell(store: EventStoreDbStore): Promise<void> {
  await until(async () => (await store.check(2_000)) === undefined, { what: 'the log to be well' });
}

describe('A node that is silent', () => {
  const use = useFaultInjector();

  it('gets no append again before it has answered something, and its caller is told that nobody knows', async () => {
    const store = use.engine.open({ timing: IMPATIENT });
    await store.append([anAppend('case-0')], NOW);
    use.node.appends.plan('silent', { times: ALL });
    use.node.reads.plan('silent', { times: ALL });
    const append = store.append([anAppend('case-1')], NOW);
    await expect(append).rejects.toBeInstanceOf(StoreUnavailableError);
    // An answer to a read that was on its way may allow one repeat; four times its patience would make four.
    expect(use.node.seen.appends.length).toBeLessThanOrEqual(3);
    await store.close();
  });

  it('blocks no stream: what it left open is settled by the next append, long before a reservation runs out', async () => {
    const store = use.engine.open({ timing: { ...IMPATIENT, leaseMs: 3_600_000, adoptMs: 3_600_000 } });
    use.node.appends.plan('silent', { times: ALL });
    const [lost, next] = [anAppend('case-1'), anAppend('case-1')];
    await expect(store.append([lost], NOW)).rejects.toBeInstanceOf(StoreUnavailableError);
    use.node.appends.clear();
    const places = await until(() => store.append([next], NOW), { what: 'the next append to be stored' });
    expect(places).toMatchObject([{ revision: 1n }]);
    const late = await until(() => store.append([lost], NOW), { what: 'word of the lost one' });
    expect(late).toMatchObject([{ revision: 0n, stored: false }]);
    await store.close();
  });

  it('is reserved nothing for once it has been away for long: nobody finds a stream blocked when it is back', async () => {
    const store = use.engine.open({ timing: IMPATIENT });
    await isWell(store);
    use.node.appends.plan('silent', { times: ALL });
    use.node.reads.plan('silent', { times: ALL });
    const reservedFor = async (stream: string): Promise<boolean> => {
      await expect(store.append([anAppend(stream)], NOW)).rejects.toBeInstanceOf(StoreUnavailableError);
      const open = 'SELECT FROM event_store.reservation WHERE stream = $1';
      return (await use.engine.database.pool.query(open, [stream])).rowCount !== 0;
    };
    expect(await reservedFor('case-0')).toBe(true);
    let tries = 0;
    await until(async () => !(await reservedFor(`case-${++tries}`)), { what: 'a refusal' });
    await store.close();
  });

  it('is told as silent, and as well when it is back', async () => {
    const store = use.engine.open({ timing: IMPATIENT });
    await isWell(store);
    use.node.reads.plan('silent', { times: ALL });
    await expect(store.check(2_000)).rejects.toThrow('event-store.silent');
    use.node.reads.clear();
    await isWell(store);
    await store.close();
  });
});

describe('A node that answers and takes no append', () => {
  const use = useFaultInjector();

  it.each<[AppendFault, string]>([
    ['timeout', 'event-store.appends-late'],
    ['denied', 'event-store.appends-denied'],
  ])('%s: callers are told to come again, an operator why, and it goes on by itself', async (fault, code) => {
    const store = use.engine.open({ timing: IMPATIENT });
    use.node.appends.plan(fault, { times: ALL });
    await expect(store.append([anAppend('case-1')], NOW)).rejects.toBeInstanceOf(StoreUnavailableError);
    await until(async () => (await store.check(2_000))?.code === code, { what: code });
    // With pauses that grow: not as fast as it can be refused.
    expect(use.node.seen.appends.length).toBeLessThan(100);
    use.node.appends.clear();
    await until(() => store.append([anAppend('case-2')], NOW), { what: 'the store to go on' });
    await isWell(store);
    await store.close();
  });
});

describe('A node that is away when the store opens', () => {
  const use = useFaultInjector();

  it('is waited out: nothing is judged by an index that may be incomplete', async () => {
    use.node.reads.plan('unavailable', { times: ALL });
    const store = use.engine.open({ timing: IMPATIENT });
    await expect(store.append([anAppend('case-1')], NOW)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.findByIds([anEvent().id])).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.check(2_000)).rejects.toThrow('event-store.silent');
    expect(use.node.seen.appends).toEqual([]);
    use.node.reads.clear();
    await until(() => store.append([anAppend('case-1')], NOW), { what: 'the store to recover' });
    expect(use.stored('case-1')).toHaveLength(1);
    await store.close();
  });
});

describe('A call of which only some streams can be stored', () => {
  const use = useFaultInjector();

  it('names what is stored, and the same call again completes it', async () => {
    const store = use.engine.open({ timing: IMPATIENT });
    await isWell(store);
    const call = [anAppend('case-fine'), anAppend('case-lost', { events: [anEvent(), anEvent()] })];
    use.node.appends.plan('silent', { times: ALL, stream: 'case-lost' });
    const failure: unknown = await store.append(call, NOW).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'StoreUnavailableError', stored: [{ stream: 'case-fine' }] });
    use.node.appends.clear();
    const places = await until(() => store.append(call, NOW), { what: 'the call to be completed' });
    expect(places.map(({ stream, revision }) => [stream, revision])).toEqual([
      ['case-fine', 0n],
      ['case-lost', 0n],
      ['case-lost', 1n],
    ]);
    expect(use.stored('case-lost')).toHaveLength(2);
    await store.close();
  });
});
