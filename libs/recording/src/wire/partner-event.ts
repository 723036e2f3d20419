import type { Month } from '@lueckenlos/chain';
import type { PartnerType } from './event-types';

/** What of an agency's deliveries is meant. Lists are in the order of code points, null is all. */
export interface Delivered {
  readonly from: Month;
  readonly to: Month;
  readonly stages: readonly string[] | null;
  readonly areas: readonly string[] | null;
}

/** An event after the door: checked, without the day, without `time`, with null where something is absent. */
export interface PartnerEvent {
  readonly id: string;
  readonly source: string;
  readonly type: PartnerType;
  /** The case; null for what is about an agency. */
  readonly subject: string | null;
  /** Milliseconds since 1970; null: known on arrival. */
  readonly knownAt: number | null;
  /** Null for a retraction and for a link. */
  readonly month: Month | null;
  readonly stage: string | null;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
  readonly corrects: string | null;
  readonly retracts: string | null;
  readonly reason: string | null;
  /** The other pseudonym; only where two cases are linked or unlinked. */
  readonly other: string | null;
  /** Which deliveries are completed or reopened; only with those types. */
  readonly delivered: Delivered | null;
}
