import { checkCounts, CountsError } from '../counts-error';
import { complementOf, type Estimate } from '../estimate';
import { kaplanMeier } from '../kaplan-meier/kaplan-meier';
import type { LifeTableRow } from '../life-table/life-table-row';

/** n events that occurred in one month and became known `delay` months after it. */
export interface DelayCount {
  /** Month, as a number. */
  readonly occurred: number;
  /** Whole months from the month of the event to the month in which it became known, 0 or more. */
  readonly delay: number;
  readonly n: number;
}

export interface DelayPoint {
  readonly delay: number;
  /** Events that are told from the others at this delay: old enough to be known after it, and known by it. */
  readonly atRisk: number;
  /** The share known within `delay` months. */
  readonly known: Estimate;
  /** The share still to come of the events of a month that lies `delay` months back. */
  readonly toCome: Estimate;
}

/**
 * The distribution of reporting delays from a triangle of counts: of events that occurred lately only those reported
 * quickly can be known (right truncation). In reverse time the hazard of a delay of exactly u is N(u) / Y(u), Y the
 * events with a delay of at most u among those that could be known after u months, and the share known within d is
 * Π (1 − N(u)/Y(u)) over u > d, with Greenwood's variance (Lagakos, Barraj & De Gruttola 1988, Biometrika 75,
 * 515–523; Kalbfleisch & Lawless 1989, JASA 84, 360–372). The same numbers as chain ladder's development factors.
 * R: `survfit(Surv(M - (asOf - occurred) - 0.5, M - delay, …) ~ 1, conf.type = "log-log")`, M the longest delay that
 * could be seen.
 *
 * Delays longer than M are not in the data: shares are of what is reported within M months. One point for each delay
 * from 0 to M. Where all events old enough took longer than d, nothing tells how many come earlier: `known` is 0 for
 * d and below, with standard error 0 and no limits. No events: no points.
 * @param asOf the last month of which reports are in the counts
 * @throws CountsError if a delay is no delay, or longer than could be known as of `asOf`
 */
export function reportingDelay(counts: readonly DelayCount[], asOf: number): readonly DelayPoint[] {
  const reported = counts.filter(({ n }) => n !== 0);
  if (reported.length === 0) return [];
  const longest = reported.reduce((most, { occurred }) => Math.max(most, asOf - occurred), 0);
  const everyMonth = Array.from({ length: longest + 1 }, (_, t) => ({ ...NOTHING, t }));
  const curve = kaplanMeier([...everyMonth, ...reported.flatMap((count) => inReverse(count, asOf, longest))]);
  return curve.map((_, delay) => {
    // After reverse time longest − delay − 1 all longer delays are behind.
    const known = curve[longest - delay - 1]?.survival ?? CERTAIN;
    return { delay, atRisk: curve[longest - delay]!.atRisk, known, toCome: complementOf(known) };
  });
}

const NOTHING = { entries: 0, events: 0, competing: {}, censored: 0 };

const CERTAIN: Estimate = { value: 1, stdErr: 0, lower: null, upper: null };

/** Time runs from the longest delay (0) to none: under observation from the longest delay that can be known. */
function inReverse(
  { occurred, delay, n }: DelayCount,
  asOf: number,
  longest: number,
): readonly LifeTableRow[] {
  const window = asOf - occurred;
  checkCounts(occurred, [n]);
  if (!Number.isInteger(window) || !Number.isInteger(delay) || delay < 0 || delay > window) {
    throw new CountsError('statistics.not-a-delay', occurred);
  }
  return [
    { ...NOTHING, t: longest - window, entries: n },
    { ...NOTHING, t: longest - delay, events: n },
  ];
}
