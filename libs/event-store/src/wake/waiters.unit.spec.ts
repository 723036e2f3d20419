import { getEventListeners } from 'node:events';
import { Waiters } from './waiters';

const LONG = 3_600_000;

describe('Those who wait for the log to grow', () => {
  it('are woken when the head is beyond their position, and only then', async () => {
    const waiters = new Waiters();
    const woken: string[] = [];
    const early = waiters.wait(4n, LONG).then(() => woken.push('early'));
    const late = waiters.wait(5n, LONG).then(() => woken.push('late'));
    waiters.wake(5n);
    await early;
    expect(woken).toEqual(['early']);
    waiters.wake(6n);
    await late;
    expect(waiters.size).toBe(0);
  });

  it('leave no listener on the signal of their caller, however they end', async () => {
    const waiters = new Waiters();
    const { signal } = new AbortController();
    const all = [waiters.wait(1n, 1, signal), waiters.wait(1n, LONG, signal), waiters.wait(9n, LONG, signal)];
    await all[0];
    waiters.wake(2n);
    waiters.releaseAll();
    await Promise.all(all);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
