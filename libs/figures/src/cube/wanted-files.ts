import {
  BIRTH_STAGE,
  yearOf,
  type CaseFile,
  type FiledRecord,
  type Month,
  type Scheduler,
} from '@lueckenlos/chain';
import type { Filters } from '../query/figure-query';

/**
 * Which case files may hold a child that passes the filters by birth: those in which any record, in force or not, states
 * a birth in a wanted month. The others need not be folded.
 */
export function wantedFiles(
  { birthYear, schoolYear }: Filters,
  scheduler: Scheduler,
): (file: CaseFile) => boolean {
  if (!birthYear && !schoolYear) return () => true;
  const isWanted = (birth: Month): boolean =>
    (birthYear?.includes(yearOf(birth)) ?? true) &&
    (schoolYear?.includes(scheduler(birth)?.schoolYear ?? NaN) ?? true);
  return ({ members }) =>
    [...members.values()].some((records) => records.some((one) => tellsOf(one, isWanted)));
}

function tellsOf(record: FiledRecord, isWanted: (birth: Month) => boolean): boolean {
  if (record.kind !== 'stage-reached' && record.kind !== 'corrected') return false;
  // A correction without a stage has that of its original.
  return (record.stage ?? BIRTH_STAGE) === BIRTH_STAGE && isWanted(record.month);
}
