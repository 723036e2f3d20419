import type { Receipts } from '../receipts/receipts';
import type { Reservations, Slot } from '../receipts/reservations';
import type { IndexKeeper } from '../settle/index-keeper';
import type { Timing } from '../timing';
import type { Delivery } from './delivery';
import type { StreamAppender } from './stream-appender';

/** Settles what somebody has reserved and left behind, so that those who wait for its streams can go on. */
export class Takeover {
  constructor(
    private readonly reservations: Reservations,
    private readonly receipts: Receipts,
    private readonly appender: StreamAppender,
    private readonly keeper: IndexKeeper,
    private readonly timing: Pick<Timing, 'adoptMs'>,
  ) {}

  /** @param waitedMs how long the calls have been waiting: an owner that lives is done sooner */
  async tryFor(
    open: readonly Delivery[],
    slots: readonly (readonly Slot[])[],
    waitedMs: number,
  ): Promise<void> {
    const busy = slots.flatMap((ofCall, index) =>
      ofCall
        .filter(({ standing }) => standing === 'busy')
        .map(({ entry }) => ({ entry, recordedAt: open[index]?.call.recordedAt })),
    );
    if (waitedMs < this.timing.adoptMs) return;
    for (const { entry, recordedAt } of busy) {
      const reached = await this.reservations.adopt(entry);
      if (reached === null || !recordedAt) continue;
      // The same ids at the same revisions: whether the owner's append arrives, ours or both, it is one append.
      const ending = await this.appender.complete(entry, reached, recordedAt);
      if (ending.kind === 'stored') await this.receipts.confirm(ending.events);
      if (ending.kind === 'moved') await this.giveUp(entry);
    }
    await this.keeper.settleExpired(busy.map(({ entry }) => entry.stream));
  }

  private async giveUp({ stream, events }: Slot['entry']): Promise<void> {
    await this.keeper.heal(stream);
    await this.reservations.release(events.map(({ id }) => id));
  }
}
