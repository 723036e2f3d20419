import {
  caseFileOf,
  packDeliveries,
  unpackDeliveries,
  type CaseFile,
  type FiledDelivery,
} from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const SQL = join(__dirname, 'sql');
const LOAD = loadSql(SQL, 'load-cases.sql');
const MEMBERS = loadSql(SQL, 'members.sql');
const NEXT = loadSql(SQL, 'next-files.sql');
const SAVE = loadSql(SQL, 'save-cases.sql');

interface CaseRow {
  readonly case_id: string;
  /** The least pseudonym of the family; null for a case that was never linked. */
  readonly family: string | null;
  readonly deliveries: string;
}

/** The case files that some cases are in; a case of which nothing is known is in none. */
export async function loadFiles(tx: PoolClient, caseIds: readonly string[]): Promise<CaseFile[]> {
  return withFamilies(tx, (await tx.query<CaseRow>(LOAD, [caseIds])).rows);
}

/** Some case files, and the least pseudonym of the last. */
export interface FilePage {
  readonly files: readonly CaseFile[];
  readonly last: string;
}

/** All case files after one, some at a time, in order of their least pseudonym. */
export async function* allFiles(tx: PoolClient, size: number, after = ''): AsyncGenerator<FilePage> {
  for (let last: string | undefined = after; last !== undefined;) {
    const { rows }: { rows: CaseRow[] } = await tx.query<CaseRow>(NEXT, [last, size]);
    last = rows.at(-1)?.case_id;
    if (last !== undefined) yield { files: await withFamilies(tx, rows), last };
  }
}

/** Writes all members of case files. */
export async function saveFiles(tx: PoolClient, files: readonly CaseFile[]): Promise<void> {
  const rows = files.flatMap(rowsOf);
  await tx.query(SAVE, [
    rows.map(({ caseId }) => caseId),
    rows.map(({ family }) => family),
    rows.map(({ deliveries }) => deliveries),
    rows.map(({ last }) => last.knownAt),
    rows.map(({ last }) => last.position),
  ]);
}

/** Completes cases to case files: for those that are linked, the other members of the family are read. */
async function withFamilies(tx: PoolClient, rows: readonly CaseRow[]): Promise<CaseFile[]> {
  const families = new Set(rows.flatMap(({ family }) => (family === null ? [] : [family])));
  const files = rows.filter(({ family }) => family === null).map((row) => fileOf([row]));
  if (families.size === 0) return files;
  const members = new Map<string | null, CaseRow[]>();
  for (const row of (await tx.query<CaseRow>(MEMBERS, [[...families]])).rows) {
    members.set(row.family, [...(members.get(row.family) ?? []), row]);
  }
  return [...files, ...[...members.values()].map(fileOf)];
}

function fileOf(rows: readonly CaseRow[]): CaseFile {
  return caseFileOf(rows.map(({ case_id, deliveries }) => [case_id, unpackDeliveries(case_id, deliveries)]));
}

interface SavedRow {
  readonly caseId: string;
  readonly family: string | null;
  readonly deliveries: string;
  readonly last: LastDelivery;
}

/** Every member carries the last instant and position of the family: one look tells whether a file is late. */
function rowsOf({ members, links }: CaseFile): SavedRow[] {
  const last = lastOf([...[...members.values()].flat(), ...links]);
  const [first, second] = members.keys();
  const family = second === undefined ? null : (first ?? null);
  return [...members].map(([caseId, records]) => {
    const own = links.filter((link) => link.caseId === caseId);
    return { caseId, family, deliveries: packDeliveries([...records, ...own]), last };
  });
}

/** The last known instant and the last position among some deliveries. */
export interface LastDelivery {
  /** As PostgreSQL reads it. */
  readonly knownAt: string;
  readonly position: number;
}

export function lastOf(deliveries: readonly FiledDelivery[]): LastDelivery {
  let [knownAt, position] = [-Infinity, 0];
  for (const delivery of deliveries) {
    knownAt = Math.max(knownAt, delivery.knownAt);
    position = Math.max(position, delivery.position);
  }
  return { knownAt: new Date(knownAt).toISOString(), position };
}
