import type { Estimate } from '../estimate';

export interface Quartile {
  readonly share: 0.25 | 0.5 | 0.75;
  /** The first month at which the curve reaches the share; null if it never does. */
  readonly month: number | null;
  /** The first month at which its upper limit does: not before this one. */
  readonly lower: number | null;
  /** The first month at which its lower limit does; null: perhaps never. */
  readonly upper: number | null;
}

/** Shares are products of fractions: 3/4 may come out one rounding error short of it. */
const ROUNDING = 1e-12;

/**
 * The months by which a quarter, half and three quarters had the event. The rule: the *first* month at which the
 * curve reaches the share. (R's `quantile(survfit)` takes the middle of the months where a curve runs exactly at the
 * share.) For a curve of survival pass `complementOf(survival)`. Limits by the same rule from the pointwise band (Brookmeyer & Crowley 1982), as in R.
 */
export function quartiles(
  curve: readonly { readonly t: number; readonly incidence: Estimate }[],
): readonly Quartile[] {
  const first = (reached: (incidence: Estimate) => boolean) =>
    curve.find(({ incidence }) => reached(incidence))?.t ?? null;
  return ([0.25, 0.5, 0.75] as const).map((share) => ({
    share,
    month: first(({ value }) => value >= share - ROUNDING),
    lower: first(({ upper }) => upper !== null && upper >= share - ROUNDING),
    upper: first(({ lower }) => lower !== null && lower >= share - ROUNDING),
  }));
}
