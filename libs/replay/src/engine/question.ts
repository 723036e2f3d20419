import type { Known, Month } from '@lueckenlos/chain';
import type { Breakdown, CurveRequest, Filters } from '@lueckenlos/figures/counting';
import type { LoggedRelease } from './log/logged-releases';

/** Which figures a replay gives. */
export interface ReplayQuestion {
  readonly chain: string;
  readonly asOf: Month;
  readonly by: readonly Breakdown[];
  /** The area level to sum up to; null leaves the codes as recorded. */
  readonly level: string | null;
  /** The month whose area hierarchy counts; without it the as-of month. */
  readonly boundaries?: Month;
  /** As if this version of the chain, in force or not, held for every birth. */
  readonly chainVersion?: number;
  /** The state of knowledge: up to a position, before an instant, or both. */
  readonly known: Known;
}

/** Which curves a replay gives. */
export interface CurvesQuestion extends ReplayQuestion {
  readonly request: CurveRequest;
  readonly filters: Filters;
}

/** The state of knowledge that a release has frozen: both limits hold. */
export function knownOf({
  position,
  knownBefore,
}: Pick<LoggedRelease, 'position' | 'knownBefore'>): Required<Known> {
  return { upTo: Number(position), before: Date.parse(knownBefore) };
}
