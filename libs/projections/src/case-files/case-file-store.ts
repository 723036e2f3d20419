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

interface OrderedRow extends CaseRow {
  readonly first_month: number;
}

/** The case files that some cases are in; a case of which nothing is known is in none. */
export async function loadFiles(tx: PoolClient, caseIds: readonly string[]): Promise<CaseFile[]> {
  return withFamilies(tx, (await tx.query<CaseRow>(LOAD, [caseIds])).rows);
}

/** Where a case file comes in the order of all: by the first month that its records name, then by its least pseudonym. */
export interface FilePlace {
  readonly firstMonth: number;
  readonly caseId: string;
}

/** Some case files, and the place of the last. */
export interface FilePage {
  readonly files: readonly CaseFile[];
  readonly last: FilePlace;
}

const BEGINNING: FilePlace = { firstMonth: 0, caseId: '' };

/** All case files after one, some at a time, in their order. */
export async function* allFiles(tx: PoolClient, size: number, after = BEGINNING): AsyncGenerator<FilePage> {
  for (let last = after; ;) {
    const { rows } = await tx.query<OrderedRow>(NEXT, [last.firstMonth, last.caseId, size]);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = { firstMonth: end.first_month, caseId: end.case_id };
    yield { files: await withFamilies(tx, rows), last };
  }
}

/** Writes all members of case files. */
export async function saveFiles(tx: PoolClient, files: readonly CaseFile[]): Promise<void> {
  const rows = files.flatMap(rowsOf);
  await tx.query(SAVE, [
    rows.map(({ caseId }) => caseId),
    rows.map(({ family }) => family),
    rows.map(({ deliveries }) => deliveries),
    rows.map(({ span }) => span.firstMonth),
    rows.map(({ span }) => span.knownAt),
    rows.map(({ span }) => span.position),
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
  readonly span: Span;
}

/** Every member carries the span of the family: one look tells whether a file is late. */
function rowsOf({ members, links }: CaseFile): SavedRow[] {
  const span = spanOf([...[...members.values()].flat(), ...links]);
  const [first, second] = members.keys();
  const family = second === undefined ? null : (first ?? null);
  return [...members].map(([caseId, records]) => {
    const own = links.filter((link) => link.caseId === caseId);
    return { caseId, family, deliveries: packDeliveries([...records, ...own]), span };
  });
}

/** From when on, and up to when, there is something among some deliveries. */
export interface Span {
  /** The first month that one of them names. */
  readonly firstMonth: number;
  /** The last known instant, as PostgreSQL reads it. */
  readonly knownAt: string;
  /** The last position. */
  readonly position: number;
}

/** Beyond all months: deliveries that name none come last, until one that does is filed. */
const NO_MONTH = 2 ** 31 - 1;

export function spanOf(deliveries: readonly FiledDelivery[]): Span {
  let [firstMonth, knownAt, position] = [NO_MONTH, -Infinity, 0];
  for (const delivery of deliveries) {
    if ('month' in delivery) firstMonth = Math.min(firstMonth, delivery.month);
    knownAt = Math.max(knownAt, delivery.knownAt);
    position = Math.max(position, delivery.position);
  }
  return { firstMonth, knownAt: new Date(knownAt).toISOString(), position };
}
