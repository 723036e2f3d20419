import { caseFileOf, unpackDeliveries, type CaseFile, type Known } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const SQL = join(__dirname, 'sql');
const LATE = loadSql(SQL, 'late-cases.sql');
const SHARE = loadSql(SQL, 'late-share.sql');
const MEMBERS = loadSql(SQL, 'family-members.sql');
const FILES = 1_000;
const LAST_POSITION = '9223372036854775807';
const BEFORE_ALL = -1;

interface CaseRow {
  readonly case_id: string;
  readonly family: string | null;
  readonly deliveries: string;
}

/** All case files, whole, some read at a time. */
export function allFiles(tx: PoolClient): AsyncGenerator<CaseFile> {
  return lateFiles(tx, { upTo: BEFORE_ALL });
}

/** The case files with anything that is not in a state of knowledge, whole, some read at a time. */
export async function* lateFiles(tx: PoolClient, known: Known): AsyncGenerator<CaseFile> {
  const [instant, position] = limitsOf(known);
  let after = '';
  for (;;) {
    const { rows } = await tx.query<CaseRow>(LATE, [instant, position, after, FILES]);
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows) if (row.family === null) yield fileOf([row]);
    yield* families(
      tx,
      rows.flatMap(({ family }) => (family === null ? [] : [family])),
    );
    after = last.case_id;
  }
}

/**
 * Whether more than half of the cases have anything that is not in a state of knowledge. Then it is cheaper to fold
 * all of them once than each late one twice, with and without what came later.
 */
export async function areMostLate(tx: PoolClient, known: Known): Promise<boolean> {
  const { rows } = await tx.query<{ cases: string; late: string }>(SHARE, limitsOf(known));
  return Number(rows[0]?.late) * 2 > Number(rows[0]?.cases);
}

function limitsOf({
  before = Infinity,
  upTo = Infinity,
}: Known): [instant: string, position: string | number] {
  const instant = before === Infinity ? 'infinity' : new Date(before).toISOString();
  return [instant, upTo === Infinity ? LAST_POSITION : upTo];
}

async function* families(tx: PoolClient, ids: readonly string[]): AsyncGenerator<CaseFile> {
  if (ids.length === 0) return;
  const { rows } = await tx.query<CaseRow>(MEMBERS, [ids]);
  let start = 0;
  for (let end = 1; end <= rows.length; end++) {
    if (rows[end]?.family === rows[start]?.family) continue;
    yield fileOf(rows.slice(start, end));
    start = end;
  }
}

function fileOf(rows: readonly CaseRow[]): CaseFile {
  return caseFileOf(rows.map(({ case_id, deliveries }) => [case_id, unpackDeliveries(case_id, deliveries)]));
}
