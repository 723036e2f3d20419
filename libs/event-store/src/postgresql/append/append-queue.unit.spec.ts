import { anAppend, anEvent } from '../../testing';
import type { AppendedEvent } from '../../port';
import { AppendQueue } from './append-queue';
import { callOf, type Call, type Outcome } from './call';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const call = (stream: string, size = 1): Call =>
  callOf([anAppend(stream, { events: Array.from({ length: size }, () => anEvent()) })], NOW);

/** A database that answers when told to, and remembers which streams came together. */
function slowDatabase() {
  const rounds: string[][] = [];
  const answers: (() => void)[] = [];
  const send = (calls: readonly Call[]): Promise<Outcome[]> => {
    rounds.push(calls.flatMap(({ streams }) => streams.map(({ stream }) => stream)));
    return new Promise((resolve) => answers.push(() => resolve(calls.map((): AppendedEvent[] => []))));
  };
  return { rounds, send, answer: () => answers.shift()?.() };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('The queue of appends', () => {
  it('sends what gathers while a round is on its way as one round', async () => {
    const { rounds, send, answer } = slowDatabase();
    const queue = new AppendQueue(send, { calls: 10, events: 100 });
    const first = queue.append(call('case-1'));
    await turn();
    const others = [queue.append(call('case-2')), queue.append(call('case-3'))];
    answer();
    await first;
    await turn();
    answer();
    await Promise.all(others);
    expect(rounds).toEqual([['case-1'], ['case-2', 'case-3']]);
  });

  it('keeps the order of appends to one stream, and lets others overtake', async () => {
    const { rounds, send, answer } = slowDatabase();
    const queue = new AppendQueue(send, { calls: 10, events: 100 });
    const appends = ['case-1', 'case-1', 'case-2', 'case-1'].map((stream) => queue.append(call(stream)));
    for (let round = 0; round < 3; round++) {
      await turn();
      answer();
    }
    await Promise.all(appends);
    expect(rounds).toEqual([['case-1', 'case-2'], ['case-1'], ['case-1']]);
  });

  it('refuses a call too many at once, and takes calls again when there is room', async () => {
    const { send, answer } = slowDatabase();
    const queue = new AppendQueue(send, { calls: 1, events: 100 });
    const first = queue.append(call('case-1'));
    await turn();
    const second = queue.append(call('case-2'));
    await expect(queue.append(call('case-3'))).rejects.toMatchObject({
      faults: [{ code: 'event-store.busy' }],
      status: 503,
      options: { retryAfterSeconds: 1 },
    });
    answer();
    await turn();
    answer();
    await Promise.all([first, second]);
    const third = queue.append(call('case-3'));
    await turn();
    answer();
    await third;
  });

  it('bounds the waiting events too, but lets a call of any size wait alone', async () => {
    const { send, answer } = slowDatabase();
    const queue = new AppendQueue(send, { calls: 10, events: 100 });
    const first = queue.append(call('case-1'));
    await turn();
    const large = queue.append(call('case-2', 101));
    await expect(queue.append(call('case-3'))).rejects.toMatchObject({ name: 'StoreBusyError' });
    answer();
    await turn();
    answer();
    await Promise.all([first, large]);
    // What has its answer waits no longer.
    const fourth = queue.append(call('case-4'));
    await turn();
    const two = [queue.append(call('case-5')), queue.append(call('case-6'))];
    answer();
    await turn();
    answer();
    await Promise.all([fourth, ...two]);
  });

  it('answers everybody before it is closed and takes nothing afterwards', async () => {
    const { send, answer } = slowDatabase();
    const queue = new AppendQueue(send, { calls: 10, events: 100 });
    const waiting = queue.append(call('case-1'));
    const closed = queue.close();
    await expect(queue.append(call('case-2'))).rejects.toMatchObject({ status: 503 });
    await turn();
    answer();
    await Promise.all([waiting, closed]);
  });

  it('gives each caller its own verdict', async () => {
    const refusal = new Error('refused');
    const queue = new AppendQueue((calls) => Promise.resolve(calls.map((_, n) => (n === 1 ? refusal : []))), {
      calls: 10,
      events: 100,
    });
    const results = await Promise.allSettled(
      ['case-1', 'case-2', 'case-3'].map((name) => queue.append(call(name))),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
