import { StoreBusyError, StoreClosedError } from '../../errors';
import type { AppendedEvent } from '../../port';
import type { Call, Outcome } from './call';
import { pickRound } from './pick-round';

export interface QueueLimits {
  /** How many calls may wait. */
  readonly calls: number;
  /** How many events they may hold together. */
  readonly events: number;
}

interface WaitingCall extends Call {
  readonly settle: (outcome: Outcome) => void;
}

/**
 * While a round is on its way, further calls gather and go together in the next one: a commit costs the same
 * for one as for many. A full queue refuses at once, because a caller who is told can slow down.
 */
export class AppendQueue {
  private waiting: WaitingCall[] = [];
  private waitingEvents = 0;
  private closed = false;
  private working: Promise<void> | undefined;

  constructor(
    private readonly send: (calls: readonly Call[]) => Promise<Outcome[]>,
    private readonly limits: QueueLimits,
  ) {}

  append(call: Call): Promise<AppendedEvent[]> {
    if (this.closed) {
      return Promise.reject(new StoreClosedError());
    }
    if (this.isFullFor(call)) {
      return Promise.reject(new StoreBusyError());
    }
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome): void =>
        outcome instanceof Error ? reject(outcome) : resolve(outcome);
      this.waiting.push({ ...call, settle });
      this.waitingEvents += call.size;
      this.working ??= this.work();
    });
  }

  /** Takes nothing more and resolves when what waits has its answer. */
  async close(): Promise<void> {
    this.closed = true;
    await this.working;
  }

  /** A call of any size may wait alone, or a large one could never be sent. */
  private isFullFor({ size }: Call): boolean {
    const { length } = this.waiting;
    return length >= this.limits.calls || (length > 0 && this.waitingEvents + size > this.limits.events);
  }

  private async work(): Promise<void> {
    // Calls of the same turn of the event loop go together from the first round on.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const round = this.takeRound();
      const outcomes = await this.send(round);
      round.forEach(({ settle }, index) => settle(outcomes[index]!));
    }
    this.working = undefined;
  }

  private takeRound(): WaitingCall[] {
    const round = pickRound(this.waiting);
    const taken = new Set(round);
    this.waiting = this.waiting.filter((call) => !taken.has(call));
    this.waitingEvents -= round.reduce((sum, { size }) => sum + size, 0);
    return round;
  }
}
