import { createTestDatabase, until } from '@lueckenlos/platform/testing';
import { createPool } from '@lueckenlos/platform';
import { eventStoreMigrations } from '../migrations';
import { anAppend, anEvent } from '../testing';
import type { StreamAppend } from '../port';
import { EventStoreDbStore } from './eventstoredb-store';
import type { AppendFault } from './testing/injector/faults';
import { useFaultInjector } from './testing/on-fault-injector';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const LATER = new Date('2026-04-01T00:00:00.000Z');
const DYING = { appendMs: 100, silenceMs: 1_000, closeMs: 50 };

describe('What a process has left behind that died while it appended', () => {
  const use = useFaultInjector();

  /**
   * An owner that ends once its appends are on their way, and never comes back: all that its successor has is what
   * stands in PostgreSQL.
   */
  async function dieWhileAppending(call: StreamAppend[], fault: AppendFault, leaseMs: number): Promise<void> {
    const dying = use.engine.open({ timing: { ...DYING, leaseMs } });
    use.node.appends.plan(fault, { times: 1_000 });
    const lost = dying.append(call, NOW);
    const told = expect(lost).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    const sent = (): number => new Set(use.node.seen.appends.map(({ stream }) => stream)).size;
    await until(() => sent() === call.length, { what: 'the appends to be sent' });
    await dying.close();
    await told;
    use.node.appends.clear();
  }

  it('is confirmed at the next start when it was stored, with the first arrival', async () => {
    const call = [anAppend('case-1')];
    const other = use.engine.open();
    await other.findByIds([]);
    await dieWhileAppending(call, 'lost-answer', 60_000);
    // So that it is not what comes behind the last receipt.
    await other.append([anAppend('case-2')], NOW);
    await other.close();
    const store = use.engine.open();
    const [found] = await store.findByIds([call[0]?.events[0]?.id ?? '']);
    expect(found).toMatchObject({ stream: 'case-1', revision: 0n });
    expect(await store.append(call, LATER)).toMatchObject([{ stored: false, recordedAt: NOW.toISOString() }]);
    await store.close();
  });

  it('is completed by whoever sends the same again', async () => {
    const call = [anAppend('case-1', { events: [anEvent(), anEvent()] }), anAppend('case-2')];
    await dieWhileAppending(call, 'silent', 60_000);
    const store = use.engine.open({ timing: { adoptMs: 50 } });
    const places = await store.append(call, LATER);
    expect(places.map(({ stream, revision }) => [stream, revision])).toEqual([
      ['case-1', 0n],
      ['case-1', 1n],
      ['case-2', 0n],
    ]);
    expect(use.stored('case-1')).toHaveLength(2);
    await store.close();
  });

  it('is given up once it ran out, so that others can append to its stream', async () => {
    await dieWhileAppending([anAppend('case-1')], 'silent', 200);
    const store = use.engine.open({ timing: { adoptMs: 50, settleMs: 50 } });
    const other = [anAppend('case-1')];
    const places = await until(() => store.append(other, LATER), { what: 'the stream to be free' });
    expect(places).toMatchObject([{ revision: 0n, stored: true }]);
    expect(use.stored('case-1')).toHaveLength(1);
    await store.close();
  });

  it('keeps others out of its stream while it may still arrive: nothing is stored, the caller is told to wait', async () => {
    await dieWhileAppending([anAppend('case-1')], 'silent', 60_000);
    const store = use.engine.open({ timing: { busyMs: 200 } });
    const append = store.append([anAppend('case-1')], LATER);
    await expect(append).rejects.toMatchObject({ name: 'StoreBusyError', status: 503 });
    await store.close();
  });

  it('holds back what would come behind it in a list, so that a reader cannot pass it by', async () => {
    await dieWhileAppending([anAppend('chain-1')], 'silent', 60_000);
    const store = use.engine.open();
    await store.append([anAppend('chain-2')], LATER);
    expect(await store.readCategory('chain', 0n, 10)).toEqual([]);
    expect(await store.listBySource(anEvent().source ?? '', 0n, 10)).toEqual([]);
    expect(await store.readAll(0n, 10)).toMatchObject([{ stream: 'chain-2' }]);
    await store.close();
  });
});

describe('An append that waits for its turn longer than its reservation lasts', () => {
  const use = useFaultInjector();

  it('is not sent once its id has gone elsewhere: no id stands in the log twice', async () => {
    const slow = use.engine.open({ timing: { leaseMs: 300, freshMs: 50, appendMs: 30_000 } });
    const other = use.engine.open({ timing: { settleMs: 20 } });
    const event = anEvent();
    const busy = Array.from({ length: 15 }, (_, index) => anAppend(`case-${index}`));
    use.node.appends.plan('held', { times: busy.length });
    const late = slow.append([...busy, anAppend('case-late', { events: [event] })], NOW);
    const refused = expect(late).rejects.toMatchObject({ name: 'IdConflictError' });
    await until(() => use.node.seen.mostInFlight === busy.length, { what: 'all turns to be taken' });
    const elsewhere = [anAppend('case-elsewhere', { events: [event] })];
    await until(() => other.append(elsewhere, LATER), { what: 'the id to be free' });
    use.node.appends.release('held');
    await refused;
    expect(use.stored('case-elsewhere')).toMatchObject([{ id: event.id }]);
    expect(use.stored('case-late')).toEqual([]);
    await Promise.all([slow.close(), other.close()]);
  });
});

describe('An index that was lost', () => {
  const use = useFaultInjector();

  it('is made again from the log before anything is judged by it', async () => {
    const first = use.engine.open();
    const call = [anAppend('case-1', { events: [anEvent(), anEvent()] }), anAppend('case-2')];
    const places = await first.append(call, NOW);
    await first.close();
    const empty = await createTestDatabase(eventStoreMigrations);
    const pool = createPool({ url: empty.url });
    const store = new EventStoreDbStore(use.engine.settings, pool, { namespace: use.engine.namespace });
    const again = await store.append(call, LATER);
    expect(again).toEqual(places.map((place) => ({ ...place, stored: false })));
    expect(await store.countBetween(0n, await store.head())).toBe(3);
    await store.close();
    await pool.end();
    await empty.drop();
  });
});
