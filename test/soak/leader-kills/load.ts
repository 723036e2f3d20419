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

export interface LoadRun {
  readonly ledgers: readonly Ledger[];
  readonly repeats: number;
}

/** Sends a synthetic town in by every door at once until told to stop, and keeps what was acknowledged. */
export async function sendUntil(stopped: AbortSignal, system: RunningSystem, seed: number): Promise<LoadRun> {
  const town = synthesise({ births: { from: 2000, to: 2025 }, until: '2026-09', seed });
  let repeats = 0;
  const work = async ({ sender, lines }: (typeof AGENCIES)[number]): Promise<Ledger> => {
    const ledger: Acknowledged[] = [];
    while (!stopped.aborted) {
      const next = Array.from({ length: lines }, () => JSON.stringify(town.next().value));
      const answered = await sender(system, next);
      ledger.push(...answered.acknowledged);
      repeats += answered.repeats;
    }
    return ledger;
  };
  const ledgers = await Promise.all(AGENCIES.map(work));
  return { ledgers, repeats };
}
