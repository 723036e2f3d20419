import { ChangedRows, identity, rowTimes, zeros, type Matrix } from './matrix';

/** The moves of one month between states, which are numbered from 0. */
export interface Moves {
  readonly t: number;
  /** At risk of leaving, by state. */
  readonly atRisk: readonly number[];
  readonly moves: readonly { readonly from: number; readonly to: number; readonly n: number }[];
}

export interface Occupation {
  readonly t: number;
  /** The probability of each state at the end of month t. */
  readonly probabilities: readonly number[];
  readonly covariance: Matrix;
  /** I + ΔA: the shares that moved in month t, and on the diagonal those that stayed. */
  readonly transition: Matrix;
}

/**
 * The Aalen–Johansen product p(t) = p(0)·Π (I + ΔA(u)) with the Greenwood-type covariance, month by month:
 * cov(t) = (I+ΔA)ᵀ·cov(t−)·(I+ΔA) + Σ_s p_s(t−)²·C_s, where C_s is the multinomial covariance of the shares that
 * left s (Aalen & Johansen 1978; Andersen, Borgan, Gill & Keiding, Statistical Models Based on Counting Processes,
 * 1993, (4.4.19); R: `etm`). A state with nobody at risk is left by nobody.
 */
export function* productLimit(initial: number, months: readonly Moves[]): Generator<Occupation> {
  const states = months[0]?.atRisk.length ?? 0;
  const unmoved = identity(states);
  let probabilities: readonly number[] = Array.from({ length: states }, (_, s) => (s === initial ? 1 : 0));
  let covariance: Matrix = zeros(states);
  for (const month of months) {
    const left = departures(month);
    const transition = [...unmoved];
    for (const { from, atRisk, counts } of left) if (atRisk) transition[from] = counts.map((c) => c / atRisk);
    if (left.length > 0) {
      covariance = withChance(carried(covariance, transition, left), probabilities, left);
      probabilities = rowTimes(probabilities, transition);
    }
    yield { t: month.t, probabilities, covariance, transition };
  }
}

/** A state that was left, and how many of those at risk in it were found in each state afterwards. */
interface Departure {
  readonly from: number;
  readonly atRisk: number;
  readonly counts: readonly number[];
}

/** In one order, whatever that of the moves: sums of doubles depend on it in their last digit. */
function departures({ atRisk, moves }: Moves): Departure[] {
  const found = new Map<number, number[]>();
  for (const { from, to, n } of moves) {
    let counts = found.get(from);
    if (!counts) found.set(from, (counts = atRisk.map((there, s) => (s === from ? there : 0))));
    counts[to]! += n;
    counts[from]! -= n;
  }
  return [...found]
    .map(([from, counts]) => ({ from, atRisk: atRisk[from]!, counts }))
    .sort((a, b) => a.from - b.from);
}

/**
 * Tᵀ·m·T for a T that differs from the identity only in the rows of the states that were left: most states are left by nobody
 * in most months. Rows that stay the same are those of m.
 */
function carried(m: Matrix, transition: Matrix, left: readonly Departure[]): ChangedRows {
  const moved = left.map(({ from: s }) => ({
    s,
    by: transition[s]!.map((share, j) => (j === s ? share - 1 : share)),
  }));
  const changed = new ChangedRows(m);
  for (const { s, by } of moved) m.forEach((row, i) => row[s] !== 0 && add(changed.own(i), by, row[s]!));
  const across = moved.map(({ s }) => [...changed.rows[s]!]);
  moved.forEach(({ by }, i) =>
    by.forEach((share, j) => share !== 0 && add(changed.own(j), across[i]!, share)),
  );
  return changed;
}

function add(sums: number[], more: readonly number[], times: number): void {
  for (let j = 0; j < sums.length; j++) sums[j]! += times * more[j]!;
}

/** Adds Σ_s p_s²·(diag(c)·n − c·cᵀ) / n³ for the destinations c of the n at risk in s. */
function withChance(
  covariance: ChangedRows,
  probabilities: readonly number[],
  left: readonly Departure[],
): Matrix {
  const sum: number[][] = [];
  for (const { from, atRisk: n, counts } of left) {
    const factor = n === 0 ? 0 : (probabilities[from]! / n) ** 2;
    if (factor === 0 || counts[from] === n) continue;
    const reached = counts.flatMap((c, j) => (c === 0 ? [] : [j]));
    for (const i of reached) {
      const row = (sum[i] ??= counts.map(() => 0));
      for (const j of reached) {
        row[j]! += factor * (i === j ? counts[i]! * ((n - counts[i]!) / n) : -counts[i]! * (counts[j]! / n));
      }
    }
  }
  sum.forEach((row, i) => add(covariance.own(i), row, 1));
  return covariance.rows;
}
