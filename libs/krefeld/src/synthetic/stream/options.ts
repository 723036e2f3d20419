import { monthOf, parseMonth, type Month } from '@lueckenlos/chain';
import { expectedCases } from './expected-cases';

/** What to synthesise. The same options give the same bytes. */
export interface SynthesisOptions {
  /** Roughly so many children that the town knows of; instead of {@link scale}. */
  readonly cases?: number;
  /** Of the true number of births; 1 unless told. */
  readonly scale?: number;
  /** Birth years, both included. */
  readonly births: { readonly from: number; readonly to: number };
  /** `YYYY-MM`: nothing is known after the end of this month. */
  readonly until: string;
  /** A whole number. */
  readonly seed: number;
}

/** The options as the generator counts with them. */
export interface Plan {
  readonly scale: number;
  readonly firstBirth: Month;
  readonly lastBirth: Month;
  readonly until: Month;
  readonly seed: number;
}

/** Scale of the demo: with births 2006–2025 until the end of 2026 about 350,000 events. */
export const DEMO_SCALE = 0.57;

/** What an empty store is filled with at the first start. */
export function demoOptions(until: string): SynthesisOptions {
  return { scale: DEMO_SCALE, births: { from: 2006, to: 2025 }, until, seed: 1 };
}

export function planOf({ cases, scale = 1, births, until, seed }: SynthesisOptions): Plan {
  const lastMonth = parseMonth(until);
  if (lastMonth === null) throw new RangeError('until must be a month as YYYY-MM');
  if (!Number.isInteger(births.from) || !Number.isInteger(births.to) || births.from > births.to) {
    throw new RangeError('births must be two whole years, the earlier one first');
  }
  if (!Number.isInteger(seed)) throw new RangeError('seed must be a whole number');
  const plan = {
    scale,
    firstBirth: monthOf(births.from, 1),
    lastBirth: monthOf(births.to, 12),
    until: lastMonth,
    seed,
  };
  if (cases !== undefined) plan.scale = cases / Math.max(1, expectedCases(plan));
  if (!(plan.scale >= 0 && plan.scale < Infinity))
    throw new RangeError('cases and scale must not be negative');
  return plan;
}
