import type { AppendedEvent, EventStore, StreamAppend } from '../../port';
import { anAppend, NOW, someEvents } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { expectUnbroken, expectRevisionsInOrder } from '../expectations';
import { randomOf } from '../random';
import { useEngine, type EngineInUse } from '../use-engine';

type Random = (limit: number) => number;

/** How an append ended: acknowledged, or broken off so that its caller can't know. */
interface Ending {
  readonly call: StreamAppend[];
  readonly answer: AppendedEvent[] | undefined;
}

const CALLERS = [0, 0, 1, 1];
const CALLS = 10;

export function describeCrashes(makeEngine: MakeEngine, options: { crashes: number; seed: number }): void {
  describe('a crash', () => {
    const use = useEngine(makeEngine);

    it(`loses nothing acknowledged and leaves nothing half, ${options.crashes} times (seed ${options.seed})`, async () => {
      const random = randomOf(options.seed);
      for (let crash = 0; crash < options.crashes; crash++) {
        const endings = await writeUntilCrash(use, random, `case-${crash}`);
        await expectKept(use.store, endings);
        await repeat(use.store, endings);
      }
      const log = await use.wholeLog();
      expectRevisionsInOrder(log);
      await expectUnbroken(use.store, log);
    }, 300_000);
  });
}

/** Four callers of two stores, one append after the other, until all is cut after so many answers. */
async function writeUntilCrash(use: EngineInUse, random: Random, name: string): Promise<Ending[]> {
  const stores = [use.open(), use.open()];
  const last = 1 + random(CALLERS.length * CALLS - CALLERS.length);
  const endings: Ending[] = [];
  let cut: Promise<unknown> | undefined;
  const write = async (store: EventStore, calls: readonly StreamAppend[][]): Promise<void> => {
    for (const call of calls) {
      endings.push(await attempt(store, call));
      if (endings.length === last) {
        cut = use.engine.interrupt?.();
      }
    }
  };
  await Promise.all(CALLERS.map((store, caller) => write(stores[store]!, plan(random, `${name}-${caller}`))));
  await cut;
  await Promise.all(stores.map((store) => store.close()));
  return endings;
}

function plan(random: Random, stream: string): StreamAppend[][] {
  return Array.from({ length: CALLS }, (_, index) => [
    anAppend(`${stream}-${index}`, { events: someEvents(1 + random(30)) }),
    anAppend(`${stream}-shared`, { events: someEvents(1 + random(30)) }),
  ]);
}

async function attempt(store: EventStore, call: StreamAppend[]): Promise<Ending> {
  try {
    return { call, answer: await store.append(call, NOW) };
  } catch (error) {
    // Cut off, or out of turns while the cut was mended: either way the caller may send the same again.
    expect(['StoreUnavailableError', 'StoreBusyError']).toContain((error as Error).name);
    expect(error).toMatchObject({ status: 503 });
    return { call, answer: undefined };
  }
}

/** What was acknowledged stands where the answer says; what was not stands there whole or not at all. */
async function expectKept(store: EventStore, endings: readonly Ending[]): Promise<void> {
  for (const { call, answer } of endings) {
    const parts = call.map(({ events }) => events.map(({ id }) => id));
    for (const ids of store.atomicity === 'batch' ? [parts.flat()] : parts) {
      const found = await store.findByIds(ids);
      expect([0, ids.length]).toContain(found.length);
      expect(answer === undefined || found.length === ids.length).toBe(true);
    }
    const found = await store.findByIds(parts.flat());
    if (answer) expect(placesOf(found)).toEqual(placesOf(answer));
  }
}

function placesOf(events: readonly { readonly id: string; readonly position: bigint }[]): string[] {
  return events.map(({ id, position }) => `${id} ${position}`).sort();
}

/** Whoever got no answer sends the same again and gets one. */
async function repeat(store: EventStore, endings: readonly Ending[]): Promise<void> {
  for (const { call, answer } of endings) {
    const places = await store.append(call, NOW);
    expect(places).toHaveLength(call.flatMap(({ events }) => events).length);
    expect(answer === undefined || places.every(({ stored }) => !stored)).toBe(true);
  }
}
