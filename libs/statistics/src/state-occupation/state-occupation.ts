import { CountsError } from '../counts-error';
import type { Estimate } from '../estimate';
import { incidenceEstimate } from '../intervals/transformed-bands';
import { productLimit } from '../multi-state/product-limit';
import { stateMoves } from './state-moves';
import type { StateRow } from './state-row';

export interface OccupationPoint {
  readonly t: number;
  /** In each state at the beginning of month t, with those who enter in it: at risk of leaving it. */
  readonly atRisk: Readonly<Record<string, number>>;
  /** The probability of being in each state at the end of month t; they add up to 1. */
  readonly states: Readonly<Record<string, Estimate>>;
}

/**
 * State occupation probabilities for whoever begins in `initial`, a point for each month that has a row: the
 * Aalen–Johansen product of the transition counts, with delayed entry into any state, jumps over states and
 * absorbing states (those that no transition leaves), Greenwood-type variance and complementary log-log bands.
 * R: the row of `initial` in `etm`'s estimate, its covariance, and `summary(…, ci.fun = "cloglog")`. Valid
 * without the Markov assumption as long as coming under and leaving observation
 * do not depend on the past (Datta & Satten 2001).
 *
 * A state with nobody at risk in a month is left by nobody in it. No rows: no points.
 * @param states all states, the absorbing ones included
 * @throws CountsError
 */
export function stateOccupation(
  states: readonly string[],
  rows: readonly StateRow[],
  initial: string,
): readonly OccupationPoint[] {
  const start = states.indexOf(initial);
  if (start < 0) throw new CountsError('statistics.unknown-state', null);
  const months = stateMoves(states, rows);
  const points: OccupationPoint[] = [];
  for (const { t, probabilities, covariance } of productLimit(start, months)) {
    const { atRisk } = months[points.length]!;
    points.push({
      t,
      atRisk: named(states, (s) => atRisk[s]!),
      states: named(states, (s) => incidenceEstimate(probabilities[s]!, Math.max(0, covariance[s]![s]!))),
    });
  }
  return points;
}

function named<T>(states: readonly string[], value: (state: number) => T): Readonly<Record<string, T>> {
  const values: Record<string, T> = {};
  for (const [s, state] of states.entries()) values[state] = value(s);
  return values;
}
