/** A share made from two published counts. Undefined values are null. */
export interface ProtectedShare {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly method: 'wilson-with-noise';
  /** The published base. */
  readonly n: number;
  /** True where the base is too small to show a share. */
  readonly belowFloor: boolean;
}

/** An interval without noise, such as Wilson's. */
export type Interval = (
  successes: number,
  n: number,
) => { readonly lower: number | null; readonly upper: number | null };

/**
 * The share of two published counts, with an interval that contains the noise: the variance of a ratio R of two counts
 * that each carry independent noise of variance V is about (V/n²)(1 + R²) (the delta method); its half width is added to that of
 * the interval without noise as the root of the sum of squares, on either side. Noise may bring the share above 1: it is cut there.
 */
export function protectedShare(
  reached: number,
  base: number,
  { variance, floor, z, interval }: { variance: number; floor: number; z: number; interval: Interval },
): ProtectedShare {
  const share = { value: null, lower: null, upper: null, method: 'wilson-with-noise', n: base } as const;
  if (base < floor || base === 0) return { ...share, belowFloor: true };
  const within = Math.min(reached, base);
  const value = within / base;
  const { lower, upper } = interval(within, base);
  const noise = (z * Math.sqrt(variance * (1 + value * value))) / base;
  return {
    ...share,
    value,
    lower: Math.max(0, value - Math.hypot(value - (lower ?? 0), noise)),
    upper: Math.min(1, value + Math.hypot((upper ?? 1) - value, noise)),
    belowFloor: false,
  };
}
