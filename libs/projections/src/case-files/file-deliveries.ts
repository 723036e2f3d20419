import { packDeliveries } from '@lueckenlos/chain';
import { binaryTextArray, loadSql, plainArray, textArray } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { Behind } from './behind';
import { loadFiles, saveFiles, spanOf } from './case-file-store';
import type { Delivered, GatheredDeliveries } from './gathered-deliveries';
import { casesOf, joinFiles } from './join-files';

const SQL = join(__dirname, 'sql');
const APPEND = loadSql(SQL, 'append-deliveries.sql');
const LINKED = loadSql(SQL, 'linked-cases.sql');

/** Files what was delivered without folding it. What a case has already is not read: the text is added to. */
export async function fileDeliveries(tx: PoolClient, arrived: GatheredDeliveries): Promise<void> {
  const linked = await linkedAmong(tx, arrived);
  await append(
    tx,
    arrived.portions((caseId) => !linked.has(caseId)),
  );
  // Rare, and what belongs together must be found: these go the long way.
  for (const portion of arrived.portions((caseId) => linked.has(caseId))) {
    const stored = await loadFiles(tx, casesOf(portion));
    await saveFiles(
      tx,
      joinFiles(stored, portion).map(({ after }) => after),
    );
  }
}

/** The cases that are in a family, or will be. */
async function linkedAmong(
  tx: PoolClient,
  { caseIds, linked }: GatheredDeliveries,
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ case_id: string }>(LINKED, [textArray(caseIds)]);
  return new Set([...linked, ...rows.map(({ case_id }) => case_id)]);
}

/** The next portion is packed while the database takes one. */
async function append(tx: PoolClient, portions: Iterable<Delivered>): Promise<void> {
  const sending = new Behind();
  try {
    for (const portion of portions) {
      const packed = columns(portion);
      await sending.next(() => tx.query(APPEND, packed));
    }
    await sending.done();
  } finally {
    await sending.settled();
  }
}

function columns(arrived: Delivered): unknown[] {
  const delivered = [...arrived.values()];
  const spans = delivered.map(spanOf);
  return [
    textArray([...arrived.keys()]),
    binaryTextArray(delivered.map(packDeliveries)),
    plainArray(spans.map(({ firstMonth }) => firstMonth)),
    plainArray(spans.map(({ knownAt }) => knownAt)),
    plainArray(spans.map(({ position }) => position)),
  ];
}
