import { checkCounts, checkTime, CountsError } from '../counts-error';
import type { Moves } from '../multi-state/product-limit';
import type { StateRow } from './state-row';

/** A month with its states numbered. */
interface NumberedRow {
  readonly t: number;
  readonly entries: readonly [state: number, n: number][];
  readonly moves: Moves['moves'];
  readonly censored: readonly [state: number, n: number][];
}

/**
 * The months in order, with states numbered and those at risk counted. Rows may come in any order; rows of the same
 * month are added up.
 * @throws CountsError if a state is unknown, a count is no count, or more leave a state than are in it
 */
export function stateMoves(states: readonly string[], rows: readonly StateRow[]): readonly Moves[] {
  const inState = states.map(() => 0);
  const move = (t: number, changes: readonly (readonly [state: number, n: number])[], sign: 1 | -1) => {
    for (const [state, n] of changes) inState[state]! += sign * n;
    if (inState.some((n) => n < 0)) throw new CountsError('statistics.more-than-at-risk', t);
  };
  return merged(rows.map((row) => numbered(states, row))).map(({ t, entries, moves, censored }) => {
    move(t, entries, 1);
    const atRisk = [...inState];
    move(
      t,
      moves.map(({ from, n }) => [from, n]),
      -1,
    );
    move(
      t,
      moves.map(({ to, n }) => [to, n]),
      1,
    );
    move(t, censored, -1);
    return { t, atRisk, moves };
  });
}

function numbered(states: readonly string[], row: StateRow): NumberedRow {
  const numberOf = (state: string) => {
    const number = states.indexOf(state);
    if (number < 0) throw new CountsError('statistics.unknown-state', row.t);
    return number;
  };
  const byNumber = (counts: StateRow['entries']) =>
    Object.entries(counts).map(([state, n]): [number, number] => [numberOf(state), n]);
  const moves = row.transitions.map(({ from, to, n }) => ({ from: numberOf(from), to: numberOf(to), n }));
  checkTime(row.t);
  checkCounts(row.t, [
    ...Object.values(row.entries),
    ...moves.map(({ n }) => n),
    ...Object.values(row.censored),
  ]);
  return { t: row.t, entries: byNumber(row.entries), moves, censored: byNumber(row.censored) };
}

function merged(rows: readonly NumberedRow[]): readonly NumberedRow[] {
  const byTime = new Map<number, NumberedRow>();
  for (const row of rows) {
    const same = byTime.get(row.t) ?? { t: row.t, entries: [], moves: [], censored: [] };
    byTime.set(row.t, {
      t: row.t,
      entries: [...same.entries, ...row.entries],
      moves: [...same.moves, ...row.moves],
      censored: [...same.censored, ...row.censored],
    });
  }
  return [...byTime.values()].sort((a, b) => a.t - b.t);
}
