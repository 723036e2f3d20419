interface Waiting<T> {
  readonly item: T;
  readonly settle: (error: Error | null) => void;
}

/**
 * Writes items together: while some are being written, further ones gather and go in the next round, because a commit
 * costs the same for one as for many. An item that keeps its round from being written fails alone.
 */
export class Together<T> {
  private waiting: Waiting<T>[] = [];
  private working = false;

  constructor(private readonly write: (items: readonly T[]) => Promise<unknown>) {}

  /** Resolves once the item is written. */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, settle: (error) => (error === null ? resolve() : reject(error)) });
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      const round = this.waiting;
      this.waiting = [];
      await this.attempt(round);
    }
    this.working = false;
  }

  private async attempt(round: readonly Waiting<T>[]): Promise<void> {
    try {
      await this.write(round.map(({ item }) => item));
      round.forEach(({ settle }) => settle(null));
    } catch (error) {
      if (round.length === 1)
        return round[0]?.settle(error instanceof Error ? error : new Error(String(error)));
      await Promise.all(round.map((one) => this.attempt([one])));
    }
  }
}
