import { BIRTH_STAGE } from '../definition/chain-definition';
import type { Month } from '../month';
import { effectiveFacts, plainFacts, type Fact } from '../records/effective-facts';
import type { CaseRecord } from '../records/case-record';
import { compareFacts, knownValues, type KnownValues } from './dimensions';
import { presenceSpells, type Spell } from './presence';

/**
 * What is in force about a case at one known-before instant. Every as-of month D is answered by the part of
 * it up to D: no figure of an earlier month changes because of a later fact.
 */
export interface CaseHistory {
  /** Month of the earliest fact: from then on the case is counted somewhere. */
  readonly firstFact: Month;
  /** The earliest birth, null if none is known. */
  readonly birth: Month | null;
  readonly spells: readonly Spell[];
  /** The earliest month of each stage. */
  readonly reached: ReadonlyMap<string, Month>;
  readonly area: KnownValues<string>;
  readonly povertyRisk: KnownValues<boolean>;
}

/** Folds the records of one case; null where no fact is in force. */
export function caseHistory(records: Iterable<CaseRecord>, knownBefore = Infinity): CaseHistory | null {
  return historyOf(plainFacts(records, knownBefore) ?? effectiveFacts(records, knownBefore));
}

export function historyOf(facts: readonly Fact[]): CaseHistory | null {
  const ordered = [...facts].sort(compareFacts);
  const earliest = ordered[0];
  if (!earliest) return null;
  const reached = firstMonths(ordered);
  const birth = reached.get(BIRTH_STAGE) ?? null;
  return {
    firstFact: earliest.month,
    birth,
    spells: presenceSpells(ordered, birth),
    reached,
    area: knownValues(ordered, (fact) => fact.area),
    povertyRisk: knownValues(ordered, (fact) => fact.povertyRisk),
  };
}

function firstMonths(ordered: readonly Fact[]): Map<string, Month> {
  const reached = new Map<string, Month>();
  for (const { stage, month } of ordered) {
    if (stage !== null && !reached.has(stage)) reached.set(stage, month);
  }
  return reached;
}
