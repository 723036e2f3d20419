import type { Known, Month } from '@lueckenlos/chain';
import type { Breakdown } from '@lueckenlos/figures/counting';

/** Which figures a replay gives. */
export interface ReplayQuestion {
  readonly chain: string;
  readonly asOf: Month;
  readonly by: readonly Breakdown[];
  /** The area level to sum up to; null leaves the codes as recorded. */
  readonly level: string | null;
  /** The state of knowledge: up to a position, before an instant, or both. */
  readonly known: Known;
}
