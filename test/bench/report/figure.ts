/** What a figure is to reach. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** One figure of a run. A ratio compares two things that were measured in turn in this run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'rows/s' | 'events/s' | 'requests/s' | 'ms' | 's' | 'MB' | 'ratio';
  readonly target?: Target;
}

/** What one part has measured, after it has checked its results. */
export interface PartReport {
  readonly part: string;
  readonly figures: readonly Figure[];
  /** What a reader has to know beside the figures. */
  readonly notes?: readonly string[];
}

export function ratio(name: string, value: number, target?: Target): Figure {
  return { name, value, unit: 'ratio', target };
}

export function isMet({ value, target }: Figure): boolean | undefined {
  if (!target) return undefined;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}
