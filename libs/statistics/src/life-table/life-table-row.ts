/**
 * What happened in one month t since the origin. In a month entries come first, then events, then exits: whoever
 * enters, reaches the stage or leaves in month t was at risk in it (R: `Surv(entry - 0.5, exit, event)`).
 */
export interface LifeTableRow {
  readonly t: number;
  /** Come under observation (at the origin, or later: delayed entry). */
  readonly entries: number;
  /** Have the event. */
  readonly events: number;
  /** Leave for a reason after which the event cannot come any more, by reason. */
  readonly competing: Readonly<Record<string, number>>;
  /** Leave without anything being known of them afterwards. */
  readonly censored: number;
}

/** A month with the number at risk in it: all entries up to it, less all who left before it. */
export interface RiskRow extends LifeTableRow {
  readonly atRisk: number;
}
