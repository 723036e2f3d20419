import type { Position } from '../port';

interface Waiter {
  readonly position: Position;
  readonly finish: () => void;
}

/** Those who wait for the log to grow. Each leaves no timer and no listener behind, however it ends. */
export class Waiters {
  private readonly waiting = new Set<Waiter>();

  get size(): number {
    return this.waiting.size;
  }

  wait(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        this.waiting.delete(waiter);
        resolve();
      };
      const timer = setTimeout(finish, timeoutMs);
      const waiter = { position, finish };
      signal?.addEventListener('abort', finish);
      this.waiting.add(waiter);
    });
  }

  /** Wakes everybody who waits for something before or at the head. */
  wake(head: Position): void {
    for (const waiter of [...this.waiting]) {
      if (head > waiter.position) {
        waiter.finish();
      }
    }
  }

  releaseAll(): void {
    [...this.waiting].forEach((waiter) => waiter.finish());
  }
}
