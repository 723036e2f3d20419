import { setTimeout as pause } from 'node:timers/promises';

export interface BackoffLimits {
  readonly pauseMs: number;
  readonly maxPauseMs: number;
}

/** Pauses that double up to a limit, each somewhere between its half and its whole: nobody comes in step. */
export class Backoff {
  private tries = 0;

  constructor(
    private readonly limits: BackoffLimits,
    private readonly random: () => number = Math.random,
  ) {}

  get nextMs(): number {
    const { pauseMs, maxPauseMs } = this.limits;
    const whole = Math.min(pauseMs * 2 ** Math.min(this.tries, 30), maxPauseMs);
    return whole * (0.5 + this.random() / 2);
  }

  /** Ends early, and quietly, when aborted. */
  async wait(signal: AbortSignal): Promise<void> {
    const milliseconds = this.nextMs;
    this.tries++;
    await pause(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  reset(): void {
    this.tries = 0;
  }
}
