import { packRecords, unpackRecords, type CaseRecord } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const SQL = join(__dirname, 'sql');
const LOAD = loadSql(SQL, 'load-cases.sql');
const SAVE = loadSql(SQL, 'save-cases.sql');
const NEXT = loadSql(SQL, 'next-cases.sql');

interface CaseRow {
  case_id: string;
  records: unknown[];
}

/** The records of the cases that are known already. */
export async function loadCases(
  tx: PoolClient,
  caseIds: readonly string[],
): Promise<Map<string, CaseRecord[]>> {
  const { rows } = await tx.query<CaseRow>(LOAD, [caseIds]);
  return new Map(rows.map(({ case_id, records }) => [case_id, unpackRecords(records)]));
}

export async function saveCases(
  tx: PoolClient,
  cases: ReadonlyMap<string, readonly CaseRecord[]>,
): Promise<void> {
  const states = [...cases.values()];
  await tx.query(SAVE, [
    [...cases.keys()],
    arrayOfJson(states.map((records) => packRecords(records))),
    states.map((records) => lastKnown(records).toISOString()),
  ]);
}

/** As PostgreSQL reads it. The encoder of `pg` escapes letter by letter; writing JSON as a JSON string is native. */
function arrayOfJson(texts: readonly string[]): string {
  return `{${texts.map((text) => JSON.stringify(text)).join(',')}}`;
}

function lastKnown(records: readonly CaseRecord[]): Date {
  return new Date(Math.max(...records.map(({ knownAt }) => knownAt)));
}

/** All cases in order of id, some at a time. */
export async function* allCases(tx: PoolClient, size: number): AsyncGenerator<CaseRecord[][]> {
  let after = '';
  for (;;) {
    const { rows } = await tx.query<CaseRow>(NEXT, [after, size]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ records }) => unpackRecords(records));
    after = last.case_id;
  }
}
