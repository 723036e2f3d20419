import type { EventStore, StoredEvent } from '../../port';
import { anAppend, NOW, someEvents } from '../builders';
import { expectUnbroken, expectRevisionsInOrder } from '../expectations';
import { randomOf } from '../random';
import type { EngineInUse } from '../use-engine';

const WRITERS = 4;
const APPENDS = 50;

/** A store that numbers events when a writer starts, not when it commits, lets readers miss the slow writer. */
export function itTellsTheStoryOfASlowWriter(use: EngineInUse): void {
  it('a slow writer comes after a fast one that overtakes it, and a reader misses neither', async () => {
    const [slow, fast, reader] = [use.open(), use.open(), use.open()];
    const start = await reader.head();
    const release = await use.engine.hold?.('case-slow');

    const slowly = slow.append([anAppend('case-slow', { events: someEvents(2) })], NOW);
    const overtaking = await (release ? fast.append([anAppend('case-fast')], NOW) : slowly.then(() => []));
    const seenEarly = await reader.readAll(start, 100);
    expect(seenEarly.slice(0, overtaking.length).map(({ id }) => id)).toEqual(overtaking.map(({ id }) => id));

    await release?.();
    await slowly;
    const seenLater = await reader.readAll(seenEarly.at(-1)!.position, 100);
    const seen = [...seenEarly, ...seenLater].map(({ stream }) => stream);
    expect(seen).toEqual([...(release ? ['case-fast'] : []), 'case-slow', 'case-slow']);
    await expectUnbroken(reader, await use.wholeLog());
  });
}

/** Writers of different pace on connections of their own, a reader that follows at the head. */
export function itSkipsNothing(use: EngineInUse, seed: number): void {
  it(`a reader at the head sees every event of ${WRITERS} writers once, in order (seed ${seed})`, async () => {
    const start = await use.store.head();
    const sizes = randomOf(seed);
    const plans = Array.from({ length: WRITERS }, () => Array.from({ length: APPENDS }, () => 1 + sizes(20)));
    const total = plans.flat().reduce((sum, size) => sum + size, 0);
    const reading = follow(use.open(), start, total);
    await Promise.all(plans.map((plan, writer) => write(use.open(), `case-writer-${writer}`, plan)));
    const seen = await reading;
    const log = await use.wholeLog();
    expect(seen.map(({ id }) => id)).toEqual(
      log.filter(({ position }) => position > start).map(({ id }) => id),
    );
    expectRevisionsInOrder(log);
    await expectUnbroken(use.store, log);
  }, 300_000);
}

async function write(store: EventStore, stream: string, sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    await store.append([anAppend(stream, { events: someEvents(size) }), anAppend('case-shared')], NOW);
  }
}

async function follow(store: EventStore, after: bigint, sizes: number): Promise<StoredEvent[]> {
  const abort = new AbortController();
  const seen: StoredEvent[] = [];
  for await (const page of store.subscribe(after, { pageSize: 50, signal: abort.signal })) {
    seen.push(...page);
    if (seen.length >= sizes + WRITERS * APPENDS) {
      abort.abort();
    }
  }
  return seen;
}
