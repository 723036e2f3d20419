import type { StreamAppend } from '../../port';
import type { Receipts } from '../receipts/receipts';
import type { Reservations, Slot } from '../receipts/reservations';
import type { IndexKeeper } from '../settle/index-keeper';
import type { Timing } from '../timing';
import type { Delivery } from './delivery';
import type { StreamAppender } from './stream-appender';

/** An append of which nobody knows whether it was stored. */
interface Unfinished {
  readonly entry: StreamAppend;
  readonly reached: bigint;
  readonly recordedAt: Date;
}

/**
 * Settles what is reserved and without an outcome, so that those who wait for its streams can go on. What this store
 * has sent itself it still has at hand; for the rest it needs somebody who sends the same again.
 */
export class Takeover {
  private readonly unfinished = new Map<string, Unfinished>();

  constructor(
    private readonly reservations: Reservations,
    private readonly receipts: Receipts,
    private readonly appender: StreamAppender,
    private readonly keeper: IndexKeeper,
    private readonly timing: Pick<Timing, 'adoptMs'>,
  ) {}

  /** An append of our own whose outcome is unknown. Its caller has been told so: it may be stored yet. */
  remember({ entry, reached }: Slot, recordedAt: Date): void {
    this.unfinished.set(entry.stream, { entry, reached, recordedAt });
  }

  /** @param waitedMs how long the calls have been waiting: an owner that lives is done sooner */
  async tryFor(
    open: readonly Delivery[],
    slots: readonly (readonly Slot[])[],
    waitedMs: number,
  ): Promise<void> {
    const isLate = waitedMs >= this.timing.adoptMs;
    const busy = slots.flatMap((ofCall, index) =>
      ofCall
        .filter(({ standing }) => standing === 'busy')
        .map(({ entry }) => ({ entry, recordedAt: open[index]?.call.recordedAt ?? new Date(NaN) })),
    );
    const settling = busy.map(async ({ entry, recordedAt }) => {
      const left = this.unfinished.get(entry.stream);
      const found = left ?? (isLate ? await this.adopt(entry, recordedAt) : null);
      if (found) await this.complete(found);
    });
    await Promise.all(settling);
    if (isLate) await this.keeper.settleExpired(busy.map(({ entry }) => entry.stream));
  }

  private async adopt(entry: StreamAppend, recordedAt: Date): Promise<Unfinished | null> {
    const reached = await this.reservations.adopt(entry);
    return reached === null ? null : { entry, reached, recordedAt };
  }

  /** The same ids at the same revisions: whether the first append arrives, this one or both, it is one append. */
  private async complete({ entry, reached, recordedAt }: Unfinished): Promise<void> {
    const ending = await this.appender.complete(entry, reached, recordedAt);
    if (ending.kind === 'unknown') return;
    this.unfinished.delete(entry.stream);
    if (ending.kind === 'stored') {
      await this.receipts.confirm(ending.events);
    } else {
      await this.keeper.heal(entry.stream);
      await this.reservations.release(entry.events.map(({ id }) => id));
    }
  }
}
