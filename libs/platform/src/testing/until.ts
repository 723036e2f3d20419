import { setTimeout as pause } from 'node:timers/promises';

export interface UntilOptions {
  /** Names what is waited for in the error. */
  readonly what?: string;
  readonly timeoutMs?: number;
  readonly intervalMs?: number;
}

/**
 * Asks again and again until the condition answers something truthy, and returns that. Rejects after the
 * deadline. A condition that throws is asked again; the last error is the cause of the rejection.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { what = 'the condition', timeoutMs = 10_000, intervalMs = 20 }: UntilOptions = {},
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const { value, error } = await ask(condition);
    if (value) {
      return value;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`, { cause: error });
    }
    await pause(intervalMs);
  }
}

async function ask<T>(condition: () => T | Promise<T>): Promise<{ value?: T; error?: unknown }> {
  try {
    return { value: await condition() };
  } catch (error) {
    return { error };
  }
}
