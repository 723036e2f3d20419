import { until } from '@lueckenlos/platform/testing';
import { anAppend, anEvent } from '../testing';
import type { EventStoreDbStore } from './eventstoredb-store';
import type { AppendFault } from './testing/injector/faults';
import { useFaultInjector } from './testing/on-fault-injector';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const HOUR = 3_600_000;
const twoEvents = (): ReturnType<typeof anEvent>[] => [anEvent(), anEvent()];

describe('An append whose answer does not come as it should', () => {
  const use = useFaultInjector();
  let store: EventStoreDbStore;
  let impatient: EventStoreDbStore;
  beforeEach(() => {
    store = use.engine.open();
    impatient = use.engine.open({ timing: { appendMs: 300 } });
  });
  afterEach(async () => {
    await store.close();
    await impatient.close();
  });

  it.each<[AppendFault, string]>([
    ['silent', 'was lost on its way'],
    ['lost-answer', 'was stored, and its answer lost'],
    ['unavailable', 'met a broken connection'],
    ['unavailable-after', 'was stored before the connection broke'],
    ['close', 'met an orderly close'],
    ['timeout', 'came too late'],
    ['not-ready', 'met a node that is starting'],
    ['not-leader', 'met a node that does not lead'],
  ])('%s: what %s is sent again with its ids and its revision, and stands there once', async (fault) => {
    const [first] = await store.append([anAppend('case-1')], NOW);
    use.node.appends.plan(fault);
    const events = twoEvents();
    const places = await impatient.append([anAppend('case-1', { events })], NOW);
    expect(places).toMatchObject([{ revision: 1n }, { revision: 2n }]);
    expect(use.stored('case-1').map(({ id }) => id)).toEqual([first, ...events].map((event) => event?.id));
    const [sent, again] = use.node.seen.appends.filter((append) => append.events.length === events.length);
    expect(again).toEqual(sent);
    expect(sent?.expected).toBe(0n);
  });

  it('a late answer of the first try changes nothing for the second', async () => {
    use.node.appends.plan('late');
    const places = await impatient.append([anAppend('case-1')], NOW);
    use.node.appends.release('late');
    const more = await store.append([anAppend('case-1')], NOW);
    expect([...places, ...more].map(({ revision }) => revision)).toEqual([0n, 1n]);
    expect(use.stored('case-1')).toHaveLength(2);
  });

  it('a second answer to one append ends neither the process nor the stream of appends', async () => {
    use.node.appends.plan('twice');
    const places = await store.append([anAppend('case-1')], NOW);
    const more = await store.append([anAppend('case-1')], NOW);
    expect([...places, ...more].map(({ revision }) => revision)).toEqual([0n, 1n]);
    expect(use.node.seen.appends).toHaveLength(2);
  });

  it('a new leader is asked at once, however long other pauses are', async () => {
    const patient = use.engine.open({ timing: { pauseMs: HOUR, maxPauseMs: HOUR } });
    use.node.appends.plan('not-leader');
    await patient.append([anAppend('case-1')], NOW);
    expect(use.node.seen.appends).toHaveLength(2);
    await patient.close();
  });

  it('what the server refuses for good is told at once and blocks nobody', async () => {
    use.node.appends.plan('bad-request');
    await expect(store.append([anAppend('case-1')], NOW)).rejects.toMatchObject({ name: 'StoreFailedError' });
    expect(use.node.seen.appends).toHaveLength(1);
    expect(await store.append([anAppend('case-1')], NOW)).toMatchObject([{ revision: 0n, stored: true }]);
  });

  it('a stream that has moved and shows nothing of it is not asked for ever, and keeps nobody up for long', async () => {
    const busy = use.engine.open({ timing: { patienceMs: 1_500, pauseMs: 100, maxPauseMs: 100 } });
    use.node.appends.plan('elsewhere', { times: 10_000, stream: 'case-1' });
    const append = busy.append([anAppend('case-1')], NOW);
    await expect(append).rejects.toMatchObject({ name: 'StoreBusyError', status: 503 });
    expect(use.node.seen.appends.length).toBeLessThan(50);
    expect(await busy.append([anAppend('case-2')], NOW)).toMatchObject([{ stored: true }]);
    await busy.close();
  });

  it('never more than 15 appends are without an answer', async () => {
    use.node.appends.plan('held', { times: 40 });
    const streams = Array.from({ length: 40 }, (_, index) => anAppend(`case-${index}`));
    const appending = store.append(streams, NOW);
    await until(() => use.node.seen.mostInFlight === 15, { what: '15 appends in flight' });
    const done = until(
      () => {
        use.node.appends.release('held');
        return use.node.log.all.length > 40;
      },
      { what: 'all to be stored', intervalMs: 5 },
    );
    await Promise.all([appending, done]);
    expect(use.node.seen.mostInFlight).toBe(15);
  });

  it('an append beyond the limit of the server goes in pieces with consecutive revisions', async () => {
    const data = { note: 'x'.repeat(400_000) };
    const events = Array.from({ length: 5 }, () => anEvent({ data }));
    const places = await store.append([anAppend('case-1', { events })], NOW);
    expect(places.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
    const sent = use.node.seen.appends.map((append) => [append.expected, append.events.length]);
    expect(sent).toEqual([
      [-1n, 2],
      [1n, 2],
      [3n, 1],
    ]);
  });

  it('an event that no append could carry is refused before anything is sent', async () => {
    const large = anEvent({ data: { note: 'x'.repeat(1_000_000) } });
    const append = store.append([anAppend('case-1'), anAppend('case-2', { events: [large] })], NOW);
    await expect(append).rejects.toMatchObject({ name: 'UnstorableEventError', status: 413 });
    expect(use.node.seen.appends).toEqual([]);
  });
});
