import {
  effectiveFacts,
  historyOf,
  parseMonth,
  type CaseHistory,
  type CaseRecord,
  type Month,
} from '@lueckenlos/chain';
import type { SynthesisOptions } from '../stream/options';
import { synthesise } from '../stream/synthesise';
import type { SyntheticEvent } from '../stream/synthetic-event';
import { SYNTHETIC_TYPES } from './well-formed';

/** Reads the events as any user would: folded by the library that makes the figures. */
export function foldedCases(options: SynthesisOptions): CaseHistory[] {
  const cases = new Map<string, CaseRecord[]>();
  for (const event of synthesise(options)) {
    const records = cases.get(event.subject);
    if (records) records.push(asRecord(event));
    else cases.set(event.subject, [asRecord(event)]);
  }
  return [...cases.values()].flatMap((records) => historyOf(effectiveFacts(records)) ?? []);
}

function asRecord({ id, source, type, knownat, data }: SyntheticEvent): CaseRecord {
  const delivered = { id, source, knownAt: Date.parse(knownat) };
  if ('retracts' in data) return { ...delivered, kind: 'retracted', retracts: data.retracts };
  const { stage = null, area, povertyRisk } = data;
  const stated = { stage, month: parseMonth(data.occurredOn) ?? NaN, area, povertyRisk };
  if ('corrects' in data) return { ...delivered, ...stated, kind: 'corrected', corrects: data.corrects };
  const kind = SYNTHETIC_TYPES.get(type);
  if (!kind) throw new Error('not a fact');
  return { ...delivered, ...stated, kind };
}

/** Four standard errors of a share: by chance one in 16,000 checks lies outside. */
export function fourErrors(share: number, n: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / n);
}

/** The share of cases for which something holds. */
export function shareOf(cases: readonly CaseHistory[], holds: (history: CaseHistory) => boolean): number {
  return cases.filter(holds).length / cases.length;
}

/** Children born here who never left up to a month that depends on their birth: observed without a gap. */
export function settled(
  cases: readonly CaseHistory[],
  upTo: (birth: Month) => Month,
): (CaseHistory & { birth: Month })[] {
  return bornHere(cases).filter(({ spells, birth }) => (spells[0]?.end ?? Infinity) > upTo(birth));
}

/** Children who lived here from their birth on. */
export function bornHere(cases: readonly CaseHistory[]): (CaseHistory & { birth: Month })[] {
  return cases.filter(
    (history): history is CaseHistory & { birth: Month } =>
      history.birth !== null && history.birth === history.spells[0]?.start,
  );
}

/** The month of a stage, Infinity if it was never reached. */
export function reachedIn({ reached }: CaseHistory, stage: string): Month {
  return reached.get(stage) ?? Infinity;
}
