import type { AppendedEvent, EventStore, StreamAppend } from '../../port';
import { anAppend, NOW, someEvents } from '../builders';
import type { MakeEngine } from '../engine-under-test';
import { expectDense, expectRevisionsInOrder } from '../expectations';
import { randomOf } from '../random';
import { useEngine } from '../use-engine';

type Random = (limit: number) => number;

/** How an append ended: acknowledged, or broken off so that its caller can't know. */
interface Ending {
  readonly call: StreamAppend[];
  readonly answer: AppendedEvent[] | undefined;
}

export function describeCrashes(makeEngine: MakeEngine, options: { crashes: number; seed: number }): void {
  describe('a crash', () => {
    const use = useEngine(makeEngine);

    it(`loses nothing acknowledged and leaves nothing half, ${options.crashes} times (seed ${options.seed})`, async () => {
      const random = randomOf(options.seed);
      for (let crash = 0; crash < options.crashes; crash++) {
        const writers = [use.open(), use.open()];
        const writing = writers.flatMap((store, writer) =>
          plan(random, `case-${crash}-${writer}`).map((call) => attempt(store, call)),
        );
        await turnsOfTheEventLoop(random(40));
        await use.engine.interrupt?.();
        const endings = await Promise.all(writing);
        await expectKept(use.store, endings);
        await repeat(use.store, endings);
      }
      const log = await use.wholeLog();
      expectRevisionsInOrder(log);
      await expectDense(use.store, log);
    }, 120_000);
  });
}

function plan(random: Random, stream: string): StreamAppend[][] {
  return Array.from({ length: 3 + random(5) }, (_, index) => [
    anAppend(`${stream}-${index}`, { events: someEvents(1 + random(30)) }),
    anAppend(`${stream}-${index}-more`, { events: someEvents(1 + random(30)) }),
  ]);
}

async function attempt(store: EventStore, call: StreamAppend[]): Promise<Ending> {
  try {
    return { call, answer: await store.append(call, NOW) };
  } catch (error) {
    expect(error).toMatchObject({ name: 'StoreUnavailableError', status: 503 });
    return { call, answer: undefined };
  }
}

/** What was acknowledged stands where the answer says; what was not stands there whole or not at all. */
async function expectKept(store: EventStore, endings: readonly Ending[]): Promise<void> {
  for (const { call, answer } of endings) {
    const ids = call.flatMap(({ events }) => events.map(({ id }) => id));
    const found = await store.findByIds(ids);
    expect([0, ids.length]).toContain(found.length);
    if (answer) {
      expect(found.map(({ id, position }) => [id, position])).toEqual(
        answer.map(({ id, position }) => [id, position]),
      );
    }
  }
}

/** Whoever got no answer sends the same again and gets one. */
async function repeat(store: EventStore, endings: readonly Ending[]): Promise<void> {
  for (const { call, answer } of endings) {
    const places = await store.append(call, NOW);
    expect(places).toHaveLength(call.flatMap(({ events }) => events).length);
    expect(answer === undefined || places.every(({ stored }) => !stored)).toBe(true);
  }
}

async function turnsOfTheEventLoop(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
