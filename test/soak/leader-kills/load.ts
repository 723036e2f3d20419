import { synthesise } from '@lueckenlos/krefeld';
import type { RunningSystem } from '../../system/start-system';
import { sendBatch, sendFile, sendOne, type Acknowledged, type Sender } from './sender';

/** Each works for itself: the next one goes out when the last one is acknowledged. */
const AGENCIES: readonly { sender: Sender; lines: number }[] = [
  ...Array.from({ length: 8 }, () => ({ sender: sendOne, lines: 1 })),
  ...Array.from({ length: 2 }, () => ({ sender: sendBatch, lines: 200 })),
  { sender: sendFile, lines: 2_000 },
];

/** What one agency was told, in the order in which it sent. */
export type Ledger = readonly Acknowledged[];

/** Sends a synthetic town in by every door at once, and keeps what was acknowledged. */
export class Load {
  readonly ledgers: readonly Acknowledged[][] = AGENCIES.map(() => []);
  /** How often the same was sent again, because nobody knew. */
  repeats = 0;

  constructor(
    private readonly system: RunningSystem,
    private readonly seed: number,
  ) {}

  get acknowledged(): number {
    return this.ledgers.reduce((sum, ledger) => sum + ledger.length, 0);
  }

  /** Until told to stop, and then until the last answers are there. */
  async run(stopped: AbortSignal): Promise<void> {
    const town = synthesise({ births: { from: 2000, to: 2025 }, until: '2026-09', seed: this.seed });
    const work = async ({ sender, lines }: (typeof AGENCIES)[number], index: number): Promise<void> => {
      while (!stopped.aborted) {
        const next = Array.from({ length: lines }, () => JSON.stringify(town.next().value));
        const answered = await sender(this.system, next);
        this.ledgers[index]?.push(...answered.acknowledged);
        this.repeats += answered.repeats;
      }
    };
    await Promise.all(AGENCIES.map(work));
  }
}
