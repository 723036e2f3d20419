import { anAppend, anEvent } from '../testing';
import type { EventStoreDbStore } from './eventstoredb-store';
import { useFaultInjector } from './testing/on-fault-injector';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('What others have written on the same server', () => {
  const use = useFaultInjector();
  let store: EventStoreDbStore;
  beforeEach(async () => {
    store = use.engine.open();
    await store.append([anAppend('case-1')], NOW);
  });
  afterEach(() => store.close());

  const write = (): void => {
    const { namespace } = use.engine;
    use.node.log.write('$stats-127.0.0.1', { type: '$statsCollected' });
    use.node.log.write(`$$${namespace}-case-1`, { type: '$metadata' });
    use.node.log.write('orders-1', { type: 'ordered' });
    use.node.log.write(`${namespace}-case-1`, { type: '$>', data: bytes('0@orders-1') });
    use.node.log.write(`${namespace}-case-2`, { type: '$streamDeleted' });
    use.node.log.write(`${namespace}-case-3`, { type: 'broken', data: bytes('{"stage":') });
    use.node.log.write(`${namespace}-case-3`, { type: 'broken', metadata: bytes('no JSON') });
    use.node.log.write(`${namespace}-case-3`, { type: 'binary', contentType: 'application/octet-stream' });
  };

  it('is not in our log: system events, links, tombstones, broken JSON, other streams', async () => {
    write();
    const [, after] = [write(), await store.append([anAppend('case-4')], NOW)];
    const log = await store.readAll(0n, 100);
    expect(log.map(({ stream }) => stream)).toEqual(['case-1', 'case-4']);
    expect(await store.readStream('case-3')).toEqual([]);
    expect(await store.countBetween(0n, await store.head())).toBe(2);
    expect(await store.head()).toBe(after[0]?.position);
  });

  it('in a stream of ours takes its revisions, and the next append goes behind it', async () => {
    write();
    const events = [anEvent(), anEvent()];
    const places = await store.append([anAppend('case-1', { events })], NOW);
    expect(places.map(({ revision }) => revision)).toEqual([2n, 3n]);
    expect((await store.readStream('case-1')).map(({ revision }) => revision)).toEqual([0n, 2n, 3n]);
  });

  it('is told to whoever expects another revision', async () => {
    write();
    const append = store.append([anAppend('case-1', { expected: 0n })], NOW);
    await expect(append).rejects.toMatchObject({
      conflicts: [{ stream: 'case-1', expected: 0n, actual: 1n }],
    });
  });

  it('does not stop a page: reading goes on behind any number of them', async () => {
    for (let time = 0; time < 50; time++) write();
    await store.append([anAppend('case-9')], NOW);
    expect(await store.readAll(0n, 2)).toMatchObject([{ stream: 'case-1' }, { stream: 'case-9' }]);
  });
});

describe('A server that others have filled before', () => {
  const use = useFaultInjector();

  it('is read once at the start, not whenever somebody reads from the beginning', async () => {
    for (let time = 0; time < 500; time++) use.node.log.write('orders-1', { type: 'ordered' });
    const store = use.engine.open({ beginning: undefined });
    await store.findByIds([]);
    const before = use.node.seen.read;
    expect(before).toBeGreaterThan(500);
    expect(await store.readAll(0n, 10)).toEqual([]);
    const [first] = await store.append([anAppend('case-1')], NOW);
    expect(await store.readAll(0n, 10)).toMatchObject([{ position: first?.position }]);
    expect(use.node.seen.read - before).toBeLessThan(10);
    await store.close();
  });
});
