import {
  BIRTH_STAGE,
  historiesOf,
  schedulerFor,
  yearOf,
  type CaseFile,
  type FiledRecord,
  type Known,
  type Month,
  type Scheduler,
} from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import type { FigureQuery, Filters } from '../query/figure-query';
import type { UnconfirmedCases } from '../source-coverage/unconfirmed-cases';
import { countChild } from './count-child';
import type { GroupTable } from './group-table';
import { lateFiles } from './late-files';
import type { ChainInForce } from './read-model';

/** With nothing known, every case file has something later. */
const NOTHING: Known = { upTo: -1 };

/**
 * Counts under a chain that the cube does not hold: every case file is folded, some at a time. Those without a birth
 * that passes the filters are read, but not folded.
 */
export async function addEveryChild(
  tx: PoolClient,
  query: FigureQuery,
  known: Known,
  chain: ChainInForce,
  table: GroupTable,
  unconfirmed?: UnconfirmedCases,
): Promise<void> {
  const scheduler = schedulerFor(chain.definition);
  const wanted = wantedBirths(query.filters, scheduler);
  for await (const file of lateFiles(tx, NOTHING)) {
    if (wanted && !tellsOfBirth(file, wanted)) continue;
    for (const child of historiesOf(file, known)) countChild(child, 1, query, scheduler, table, unconfirmed);
  }
}

/** Which birth months pass the filters; null where all do. */
function wantedBirths(
  { birthYear, schoolYear }: Filters,
  scheduler: Scheduler,
): ((birth: Month) => boolean) | null {
  if (!birthYear && !schoolYear) return null;
  return (birth) =>
    (birthYear?.includes(yearOf(birth)) ?? true) &&
    (schoolYear?.includes(scheduler(birth)?.schoolYear ?? NaN) ?? true);
}

/** Whether any record of a file, in force or not, states a birth in a wanted month. */
function tellsOfBirth({ members }: CaseFile, wanted: (birth: Month) => boolean): boolean {
  const states = (record: FiledRecord): boolean => {
    if (record.kind !== 'stage-reached' && record.kind !== 'corrected') return false;
    // A correction without a stage has that of its original.
    return (record.stage ?? BIRTH_STAGE) === BIRTH_STAGE && wanted(record.month);
  };
  return [...members.values()].some((records) => records.some(states));
}
