import { setTimeout as pause } from 'node:timers/promises';

/** Seconds that a piece of work took, and what came of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}

/** Asks until the answer is there. */
export async function waitFor<T>(ask: () => Promise<T | undefined>, everyMs = 50): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(everyMs);
  }
}

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Of an even number of values the lower middle one. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Does something again and again while work goes on. */
export async function during<T>(work: Promise<T>, again: () => Promise<unknown>): Promise<T> {
  let running = true;
  const stop = (): void => {
    running = false;
  };
  work.then(stop, stop);
  while (running) await again();
  return work;
}

/** Samples a value while work goes on and keeps the greatest. */
export async function peakDuring<T>(
  sample: () => Promise<number>,
  work: Promise<T>,
): Promise<{ peak: number; result: T }> {
  let peak = 0;
  const result = await during(work, async () => {
    peak = Math.max(peak, await sample());
    await Promise.race([pause(200), work.catch(() => undefined)]);
  });
  return { peak, result };
}

/** Fails the benchmark where a result is wrong: a fast wrong answer is no figure. */
export function mustEqual(what: string, actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`);
}
