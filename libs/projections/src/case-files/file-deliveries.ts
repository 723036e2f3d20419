import { isLink, packDeliveries } from '@lueckenlos/chain';
import { loadSql, plainArray, textArray } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { loadFiles, saveFiles, spanOf } from './case-file-store';
import { casesOf, joinFiles, portions, type Delivered } from './join-files';

const SQL = join(__dirname, 'sql');
const APPEND = loadSql(SQL, 'append-deliveries.sql');
const LINKED = loadSql(SQL, 'linked-cases.sql');

/** Files what was delivered without folding it. What a case has already is not read: the text is added to. */
export async function fileDeliveries(tx: PoolClient, arrived: Delivered): Promise<void> {
  for (const portion of portions(arrived)) {
    const linked = await linkedAmong(tx, portion);
    await append(
      tx,
      only(portion, (caseId) => !linked.has(caseId)),
    );
    // Rare, and what belongs together must be found: these go the long way.
    const inFamilies = only(portion, (caseId) => linked.has(caseId));
    const stored = await loadFiles(tx, casesOf(inFamilies));
    await saveFiles(
      tx,
      joinFiles(stored, inFamilies).map(({ after }) => after),
    );
  }
}

/** The cases that are in a family, or will be. */
async function linkedAmong(tx: PoolClient, arrived: Delivered): Promise<Set<string>> {
  const { rows } = await tx.query<{ case_id: string }>(LINKED, [[...arrived.keys()]]);
  const linked = new Set(rows.map(({ case_id }) => case_id));
  for (const { caseId, other } of [...arrived.values()].flat().filter(isLink)) linked.add(caseId).add(other);
  return linked;
}

function only(arrived: Delivered, wanted: (caseId: string) => boolean): Delivered {
  return new Map([...arrived].filter(([caseId]) => wanted(caseId)));
}

async function append(tx: PoolClient, arrived: Delivered): Promise<void> {
  const spans = [...arrived.values()].map(spanOf);
  await tx.query(APPEND, [
    textArray([...arrived.keys()]),
    textArray([...arrived.values()].map((deliveries) => packDeliveries(deliveries))),
    plainArray(spans.map(({ firstMonth }) => firstMonth)),
    plainArray(spans.map(({ knownAt }) => knownAt)),
    plainArray(spans.map(({ position }) => position)),
  ]);
}
