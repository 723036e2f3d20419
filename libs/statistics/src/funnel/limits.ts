/** The cases of one unit (an area) for which the same share is expected. */
export interface ExpectedShare {
  readonly n: number;
  /** Expected share, between 0 and 1. */
  readonly share: number;
}

export interface FunnelLimits {
  /** The share that is expected: the centre of the funnel. */
  readonly expected: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

export type FunnelPlace = 'far-below' | 'below' | 'within' | 'above' | 'far-above';

/** Beyond the 99.8 % limits, between those and the 95 % limits, or within these. A limit itself is within. */
export function placeInFunnel(value: number, limits: FunnelLimits): FunnelPlace {
  if (value < limits.lower998) return 'far-below';
  if (value < limits.lower95) return 'below';
  if (value > limits.upper998) return 'far-above';
  return value > limits.upper95 ? 'above' : 'within';
}

/** Over-dispersion φ draws a limit away from the centre by √φ, at most to 0 or 1. */
export function apart(centre: number, limit: number, phi: number): number {
  return Math.min(1, Math.max(0, centre + Math.sqrt(phi) * (limit - centre)));
}
