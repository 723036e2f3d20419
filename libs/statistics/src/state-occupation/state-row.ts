/**
 * What happened in one month t since the origin in a model of several states. Entries come first, then transitions,
 * then censoring: whoever enters a state from outside can leave it in the same month, whoever comes into it by a
 * transition from the next month on.
 */
export interface StateRow {
  readonly t: number;
  /** Come under observation, by the state they are in. */
  readonly entries: Readonly<Record<string, number>>;
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly n: number }[];
  /** Leave observation, by the state they are in after the transitions of the month. */
  readonly censored: Readonly<Record<string, number>>;
}
