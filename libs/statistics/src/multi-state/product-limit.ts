import { plus, rowTimes, zeros, type Matrix } from './matrix';

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
  let probabilities: readonly number[] = Array.from({ length: states }, (_, s) => (s === initial ? 1 : 0));
  let covariance: Matrix = zeros(states);
  for (const month of months) {
    const counts = destinations(month);
    const transition = shares(counts, month.atRisk);
    // In one order, whatever that of the moves: sums of doubles depend on it in their last digit.
    const left = [...new Set(month.moves.map(({ from }) => from))].sort((a, b) => a - b);
    if (left.length > 0) {
      covariance = plus(carried(covariance, transition, left), chance(probabilities, counts, month.atRisk));
      probabilities = rowTimes(probabilities, transition);
    }
    yield { t: month.t, probabilities, covariance, transition };
  }
}

/**
 * Tᵀ·m·T for a T that differs from the identity only in the rows of the states that were left: most states are left by nobody
 * in most months.
 */
function carried(m: Matrix, transition: Matrix, left: readonly number[]): Matrix {
  const moved = left.map((s) => ({ s, by: transition[s]!.map((share, j) => (j === s ? share - 1 : share)) }));
  const across = m.map((row) => {
    const sums = [...row];
    for (const { s, by } of moved) if (row[s] !== 0) add(sums, by, row[s]!);
    return sums;
  });
  const down = across.map((row) => [...row]);
  for (const { s, by } of moved) by.forEach((share, j) => share !== 0 && add(down[j]!, across[s]!, share));
  return down;
}

function add(sums: number[], more: readonly number[], times: number): void {
  for (let j = 0; j < sums.length; j++) sums[j]! += times * more[j]!;
}

/** How many of those at risk in each state were found in each state afterwards. */
function destinations({ atRisk, moves }: Moves): Matrix {
  const counts = atRisk.map((n, s) => atRisk.map((_, j) => (j === s ? n : 0)));
  for (const { from, to, n } of moves) {
    counts[from]![to]! += n;
    counts[from]![from]! -= n;
  }
  return counts;
}

function shares(counts: Matrix, atRisk: readonly number[]): Matrix {
  return counts.map((row, s) => row.map((c, j) => (atRisk[s] ? c / atRisk[s] : j === s ? 1 : 0)));
}

/** Σ_s p_s²·(diag(c)·n − c·cᵀ) / n³ for the destinations c of the n at risk in s. */
function chance(probabilities: readonly number[], counts: Matrix, atRisk: readonly number[]): Matrix {
  const sum = zeros(counts.length);
  counts.forEach((row, s) => {
    const n = atRisk[s]!;
    const factor = n === 0 ? 0 : (probabilities[s]! / n) ** 2;
    if (factor === 0 || row[s] === n) return;
    const reached = row.flatMap((c, j) => (c === 0 ? [] : [j]));
    for (const i of reached) {
      for (const j of reached) {
        sum[i]![j]! += factor * (i === j ? row[i]! * ((n - row[i]!) / n) : -row[i]! * (row[j]! / n));
      }
    }
  });
  return sum;
}
