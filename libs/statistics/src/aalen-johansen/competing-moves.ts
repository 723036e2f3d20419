import type { RiskRow } from '../life-table/life-table-row';
import type { Moves } from '../multi-state/product-limit';

/** Competing events as a multi-state model: all begin event-free and leave at most once. */
export const EVENT_FREE = 0;
export const EVENT = 1;
/** The state of the first competing reason; the others follow. */
export const FIRST_REASON = 2;

export function competingMoves(table: readonly RiskRow[], reasons: readonly string[]): readonly Moves[] {
  return table.map(({ t, atRisk, events, competing }) => ({
    t,
    atRisk: [atRisk, 0, ...reasons.map(() => 0)],
    moves: [
      { from: EVENT_FREE, to: EVENT, n: events },
      ...reasons.map((reason, r) => ({ from: EVENT_FREE, to: FIRST_REASON + r, n: competing[reason] ?? 0 })),
    ],
  }));
}
