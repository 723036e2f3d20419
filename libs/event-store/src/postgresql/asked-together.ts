import type { StoredEvent } from '../port';

interface Question {
  readonly keys: ReadonlySet<string>;
  readonly answer: (events: StoredEvent[]) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Asks small questions together: while one is being answered, further ones gather and go in the next query, because a query costs
 * nearly the same for many keys as for one. Nobody is answered by a query that was sent before the question came.
 */
export class AskedTogether {
  private waiting: Question[] = [];
  private asking = false;

  /**
   * @param ask finds the events of some keys, each once
   * @param keyOf the key that an event was found by
   */
  constructor(
    private readonly ask: (keys: string[]) => Promise<StoredEvent[]>,
    private readonly keyOf: (event: StoredEvent) => string,
  ) {}

  /** The events of some keys, in the order of the query. */
  about(keys: readonly string[]): Promise<StoredEvent[]> {
    return new Promise((answer, fail) => {
      this.waiting.push({ keys: new Set(keys), answer, fail });
      if (!this.asking) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.asking = true;
    while (this.waiting.length > 0) {
      const round = this.waiting;
      this.waiting = [];
      await this.answer(round);
    }
    this.asking = false;
  }

  private async answer(round: readonly Question[]): Promise<void> {
    try {
      const found = await this.ask([...new Set(round.flatMap(({ keys }) => [...keys]))]);
      for (const { keys, answer } of round) answer(found.filter((event) => keys.has(this.keyOf(event))));
    } catch (error) {
      for (const { fail } of round) fail(error);
    }
  }
}
