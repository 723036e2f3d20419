import type { Month } from '../month';

/** The kinds of records that state a fact. */
export const FACT_KINDS = ['stage-reached', 'moved-in', 'moved-out', 'relocated', 'died'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

interface Delivered {
  /** The sender. Ids are unique per sender. */
  readonly source: string;
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly knownAt: number;
}

interface Stated {
  readonly month: Month;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
}

export interface FactRecord extends Delivered, Stated {
  readonly kind: FactKind;
  /** Only with `stage-reached`. */
  readonly stage: string | null;
}

/** Replaces month, area, poverty risk and (unless null) the stage of an earlier record of the same sender. */
export interface CorrectionRecord extends Delivered, Stated {
  readonly kind: 'corrected';
  readonly corrects: string;
  readonly stage: string | null;
}

/** Takes an earlier record of the same sender back. */
export interface RetractionRecord extends Delivered {
  readonly kind: 'retracted';
  readonly retracts: string;
}

/** One delivery, as the fold over a case reads it. */
export type CaseRecord = FactRecord | CorrectionRecord | RetractionRecord;
