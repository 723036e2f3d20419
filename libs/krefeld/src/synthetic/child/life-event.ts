import type { FactKind, Month } from '@lueckenlos/chain';
import type { Agency } from '../reporting/agencies';

/** Something that truly happened to a child. */
export interface LifeEvent {
  readonly kind: FactKind;
  readonly stage: string | null;
  readonly month: Month;
  readonly area: string | null;
  readonly povertyRisk: boolean | null;
  readonly agency: Agency;
  /** The first month in which the agency can learn of it. */
  readonly noticed: Month;
}
