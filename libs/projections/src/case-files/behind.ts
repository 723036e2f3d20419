/**
 * Lets one piece of work at a time go on behind what is done meanwhile: while the database takes something, what comes
 * next is prepared.
 */
export class Behind {
  private running: Promise<unknown> = Promise.resolve();

  /** Starts the next work once the one before is done; throws what that one threw. */
  async next(work: () => Promise<unknown>): Promise<void> {
    await this.running;
    this.running = work();
    // Whoever waits for it gets the failure; until then nobody does.
    this.running.catch(() => undefined);
  }

  /** Waits for the last work; throws what it threw. */
  async done(): Promise<void> {
    await this.running;
  }

  /** Waits until nothing goes on any more, whatever became of it. */
  async settled(): Promise<void> {
    await this.running.catch(() => undefined);
  }
}
