import { Backoff } from './backoff';

const LIMITS = { pauseMs: 20, maxPauseMs: 100 };
const over = AbortSignal.abort();

/** The pauses that follow one another where chance always draws this. */
async function pauses(chance: number, count: number): Promise<number[]> {
  const backoff = new Backoff(LIMITS, () => chance);
  const all: number[] = [];
  while (all.length < count) {
    all.push(backoff.nextMs);
    // Aborted, so that nobody waits.
    await backoff.wait(over);
  }
  return all;
}

describe('Pauses between two tries', () => {
  it('double up to their limit, each between its half and its whole, so that nobody comes in step', async () => {
    expect(await pauses(0, 5)).toEqual([10, 20, 40, 50, 50]);
    expect(await pauses(0.5, 5)).toEqual([15, 30, 60, 75, 75]);
    expect(await pauses(1, 5)).toEqual([20, 40, 80, 100, 100]);
  });

  it('stay at their limit however long it goes on', async () => {
    expect((await pauses(1, 2_000)).at(-1)).toBe(100);
  });

  it('are short again after a success', async () => {
    const backoff = new Backoff(LIMITS, () => 1);
    await backoff.wait(over);
    backoff.reset();
    expect(backoff.nextMs).toBe(20);
  });
});
