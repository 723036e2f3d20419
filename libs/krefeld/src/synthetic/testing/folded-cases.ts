import { effectiveFacts, historyOf, parseMonth, type CaseHistory, type CaseRecord } from '@lueckenlos/chain';
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
