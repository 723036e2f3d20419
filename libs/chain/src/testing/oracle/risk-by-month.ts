import type { Month } from '../../month';
import type { Stratum } from '../../curves/stratum';
import { known } from './case-at';
import type { OracleFact } from './facts-in-force';
import { residence } from './residence';
import { firstMonth } from './status-of';

/** How a case is under observation in one month. */
export interface ObservedMonth {
  readonly t: number;
  readonly stratum: Stratum;
  readonly enters: boolean;
  /** Null: it stays under observation in this stratum. */
  readonly ends: 'event' | 'moved_out' | 'died' | 'censored' | null;
}

export interface RiskQuestion {
  readonly from: string;
  readonly to: string;
  readonly asOf: Month;
  readonly dimension: 'then' | 'last';
}

/** "Estimates", lived through month by month: the months in which a case is at risk, and how each one ends. */
export function observedMonths(inForce: readonly OracleFact[], question: RiskQuestion): ObservedMonth[] {
  const { from, to, asOf, dimension } = question;
  const facts = inForce.filter(({ month }) => month <= asOf);
  const [birth, origin] = [firstMonth(facts, 'birth'), firstMonth(facts, from)];
  if (facts.length === 0 || birth === Infinity || origin === Infinity) return [];
  const home = residence(facts, birth, asOf);
  const reached = firstMonth(facts, to);
  const leaves = (month: Month): 'moved_out' | 'died' | null =>
    home.closings.find((closing) => closing.month === month)?.reason ?? null;
  const isAtRisk = (month: Month): boolean =>
    month >= origin &&
    month <= Math.min(reached, asOf) &&
    (home.presentAtEndOf(month) || leaves(month) !== null);
  const stratumIn = (month: Month): Stratum => {
    const until = dimension === 'then' ? facts.filter((fact) => fact.month <= month) : facts;
    return {
      area: known(until, 'last', (fact) => fact.area),
      povertyRisk: known(until, 'last', (fact) => fact.povertyRisk),
    };
  };
  const observed: ObservedMonth[] = [];
  for (let month = origin; month <= asOf; month++) {
    if (!isAtRisk(month)) continue;
    const stratum = stratumIn(month);
    const reason = month === reached ? 'event' : leaves(month);
    const staysSame = isAtRisk(month + 1) && same(stratumIn(month + 1), stratum);
    const wasSame =
      month > origin && isAtRisk(month - 1) && !leaves(month - 1) && same(stratumIn(month - 1), stratum);
    observed.push({
      t: month - origin,
      stratum,
      enters: !wasSame,
      ends: reason ?? (staysSame ? null : 'censored'),
    });
  }
  return observed;
}

function same(a: Stratum, b: Stratum): boolean {
  return a.area === b.area && a.povertyRisk === b.povertyRisk;
}

/** The furthest of the stages reached by the end of a month, from the birth on. */
export function furthestAt(facts: readonly OracleFact[], order: readonly string[], month: Month): string {
  const states = order.slice(order.indexOf('birth'));
  return [...states].reverse().find((stage) => firstMonth(facts, stage) <= month) ?? 'birth';
}
