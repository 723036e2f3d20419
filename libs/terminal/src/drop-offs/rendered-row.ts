import type { Status } from '@lueckenlos/chain';
import type { ShareEstimate } from '@lueckenlos/statistics';

/** A row of `GET /v1/drop-offs`: one stage in one group. */
export interface RenderedRow {
  readonly birthYear?: number | string;
  readonly schoolYear?: number | string;
  readonly area?: string;
  readonly povertyRisk?: boolean | string;
  readonly stage: string;
  readonly counts: Readonly<Partial<Record<Status, number>>>;
  readonly reachedShare: Pick<ShareEstimate, 'value' | 'lower' | 'upper' | 'n'>;
}
