import type { CaseRecord, CorrectionRecord, FactRecord } from '../../records/case-record';

// The oracle spells the rules of the domain out a second time, slowly and literally, one month and one record after
// the other. It takes nothing but types from the library that it judges.

/** A fact in force, as the oracle sees it. */
export type OracleFact = Omit<FactRecord, 'kind'> & { readonly kind: FactRecord['kind'] };

/** "Effective facts at K", sentence by sentence. */
export function factsInForce(delivered: readonly CaseRecord[], knownBefore: number): OracleFact[] {
  const known: CaseRecord[] = [];
  for (const record of delivered) {
    if (record.knownAt >= knownBefore) continue;
    if (!known.some(({ source, id }) => source === record.source && id === record.id)) known.push(record);
  }
  const facts: OracleFact[] = [];
  for (const original of known) {
    if (original.kind === 'corrected' || original.kind === 'retracted') continue;
    if (isRetracted(original, known)) continue;
    const corrections = known.filter(
      (record): record is CorrectionRecord =>
        record.kind === 'corrected' && !isRetracted(record, known) && leadsTo(record, original, known),
    );
    facts.push(replaced(original, latest(corrections)));
  }
  return facts;
}

function isRetracted({ source, id }: CaseRecord, known: readonly CaseRecord[]): boolean {
  return known.some(
    (record) => record.kind === 'retracted' && record.source === source && record.retracts === id,
  );
}

/** Whether a correction points, over however many known corrections, at an original. Who walks in a circle never arrives. */
function leadsTo(correction: CorrectionRecord, original: FactRecord, known: readonly CaseRecord[]): boolean {
  let at: CaseRecord | undefined = correction;
  for (let steps = 0; steps <= known.length; steps++) {
    if (at?.kind !== 'corrected') return at === original;
    const { source, corrects }: CorrectionRecord = at;
    at = known.find((record) => record.source === source && record.id === corrects);
  }
  return false;
}

function latest(corrections: readonly CorrectionRecord[]): CorrectionRecord | undefined {
  return [...corrections].sort(
    (a, b) => a.knownAt - b.knownAt || compareLists(codePoints(a.id), codePoints(b.id)),
  )[corrections.length - 1];
}

function replaced(original: FactRecord, by: CorrectionRecord | undefined): OracleFact {
  if (!by) return original;
  const { month, area, povertyRisk, knownAt, id } = by;
  const stage = original.kind === 'stage-reached' && by.stage !== null ? by.stage : original.stage;
  return { kind: original.kind, source: original.source, stage, month, area, povertyRisk, knownAt, id };
}

export function codePoints(text: string): number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0);
}

/** Compares lists by their first difference; a list comes before those that it begins. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((item, i) => item !== b[i]);
  if (place === -1) return a.length - b.length;
  return b[place] === undefined ? 1 : (a[place] ?? 0) - b[place];
}
