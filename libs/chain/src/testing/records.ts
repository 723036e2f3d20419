import { parseMonth } from '../month';
import type { CorrectionRecord, FactKind, FactRecord, RetractionRecord } from '../records/case-record';

/** What a test says of a record besides its id and month; the rest has a default. */
export interface Told {
  readonly area?: string | null;
  readonly povertyRisk?: boolean | null;
  /** `YYYY-MM-DD`; the first day of 2020 unless told. */
  readonly known?: string;
  readonly by?: string;
}

function delivered(id: string, { known = '2020-01-01', by = '/agencies/youth-office' }: Told) {
  return { id, source: by, knownAt: Date.parse(known) };
}

function stated(month: string, { area = null, povertyRisk = null }: Told) {
  return { month: monthNamed(month), area, povertyRisk };
}

export function monthNamed(text: string): number {
  const month = parseMonth(text);
  if (month === null) throw new RangeError(`${text} is no month`);
  return month;
}

const fact =
  (kind: FactKind) =>
  (id: string, month: string, told: Told = {}): FactRecord => ({
    kind,
    ...delivered(id, told),
    ...stated(month, told),
    stage: null,
  });

export const movedIn = fact('moved-in');
export const movedOut = fact('moved-out');
export const relocated = fact('relocated');
export const died = fact('died');

export function reached(stage: string, id: string, month: string, told: Told = {}): FactRecord {
  return { ...fact('stage-reached')(id, month, told), stage };
}

export function born(id: string, month: string, told: Told = {}): FactRecord {
  return reached('birth', id, month, told);
}

export function corrected(
  id: string,
  corrects: string,
  month: string,
  { stage = null, ...told }: Told & { readonly stage?: string | null } = {},
): CorrectionRecord {
  return { kind: 'corrected', ...delivered(id, told), ...stated(month, told), corrects, stage };
}

export function retracted(
  id: string,
  retracts: string,
  told: Pick<Told, 'known' | 'by'> = {},
): RetractionRecord {
  return { kind: 'retracted', ...delivered(id, told), retracts };
}
