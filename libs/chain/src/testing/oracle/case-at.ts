import type { ChainBody } from '../../definition/chain-definition';
import type { Month } from '../../month';
import type { Cell, Dimension } from '../../profile/profile';
import { codePoints, compareLists, type OracleFact } from './facts-in-force';
import { lastClosing, residence, type Residence } from './residence';
import { firstMonth, statusOf } from './status-of';
import { windowsFor, type Window } from './windows';

/** What one case is counted as at the end of a month: its cell, and a value per measure and stage. */
export interface CountedCase {
  readonly cell: Cell;
  /** `scope`, `status kita`, `window kita`, `next kita`. */
  readonly values: ReadonlyMap<string, string>;
}

/** Everything that figures say of a case as of D, from the facts in force; null where it is counted nowhere. */
export function caseAt(
  inForce: readonly OracleFact[],
  chain: ChainBody,
  asOf: Month,
  dimension: Dimension,
): CountedCase | null {
  const facts = inForce.filter(({ month }) => month <= asOf);
  if (facts.length === 0) return null;
  const earliest = firstMonth(facts, 'birth');
  const birth = earliest === Infinity ? null : earliest;
  const home = residence(facts, birth, asOf);
  const plan = birth === null ? null : windowsFor(chain, birth);
  const cell = {
    birthYear: birth === null ? null : Math.floor(birth / 12),
    schoolYear: plan?.schoolYear ?? null,
    area: known(facts, dimension, (fact) => fact.area),
    povertyRisk: known(facts, dimension, (fact) => fact.povertyRisk),
  };
  const values = new Map([['scope', scopeOf(birth, home, asOf)]]);
  if (plan && home.entry !== null) addStages(values, facts, home, plan.windows, asOf);
  return { cell, values };
}

function scopeOf(birth: Month | null, home: Residence, asOf: Month): string {
  if (birth === null) return 'no_birth_known';
  if (home.entry === null) return 'never_present';
  return home.presentAtEndOf(asOf) ? 'present' : String(lastClosing(home, asOf)?.reason);
}

/** "Dimensions": the greatest, or the least, of the facts with a value by (month, known instant, id, source). */
export function known<T>(
  facts: readonly OracleFact[],
  dimension: Dimension,
  read: (fact: OracleFact) => T | null,
): T | null {
  const ordered = facts
    .filter((fact) => read(fact) !== null)
    .sort(
      (a, b) =>
        compareLists([a.month, a.knownAt], [b.month, b.knownAt]) ||
        compareLists(codePoints(a.id), codePoints(b.id)) ||
        compareLists(codePoints(a.source), codePoints(b.source)),
    );
  const fact = ordered.at(dimension === 'last' ? -1 : 0);
  return fact ? read(fact) : null;
}

function addStages(
  values: Map<string, string>,
  facts: readonly OracleFact[],
  home: Residence,
  windows: readonly Window[],
  asOf: Month,
): void {
  windows.forEach((window, place) => {
    const { stage, deadline } = window;
    values.set(`status ${stage}`, statusOf(facts, home, windows, window, asOf));
    if (asOf > deadline && home.presentAtEndOf(deadline)) {
      values.set(`window ${stage}`, firstMonth(facts, stage) <= deadline ? 'reached' : 'missed');
    }
    if (firstMonth(facts, stage) > asOf) return;
    const next = windows.slice(place + 1).find((later) => firstMonth(facts, later.stage) <= asOf);
    values.set(`next ${stage}`, next?.stage ?? '');
  });
}
