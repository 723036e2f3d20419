import {
  caseHistory,
  keyOf,
  profileOf,
  type CaseRecord,
  type Profile,
  type Scheduler,
} from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import type { PoolClient } from 'pg';
import { loadCases, saveCases } from './case-store';
import { ChangeSet } from './change-set';
import { addDifference } from './contributions';
import { caseDelivery } from './partner-record';
import { SeriesIds } from './series-ids';
import { writeChanges } from './write-changes';

/** The chains in force, ready to schedule. */
export type Schedulers = ReadonlyMap<string, Scheduler>;

/** Cases held in memory at once: a page may touch many thousands, each with dozens of records. */
const CASES = 1_000;

/** Adds partner records: each touched case is folded anew, and the difference goes to the aggregate. */
export async function applyCases(
  tx: PoolClient,
  events: readonly StoredEvent[],
  schedulers: Schedulers,
): Promise<void> {
  const arrived = [...byCase(events)];
  const changes = new ChangeSet(await SeriesIds.load(tx));
  for (let start = 0; start < arrived.length; start += CASES) {
    await addRecords(tx, arrived.slice(start, start + CASES), schedulers, changes);
  }
  await writeChanges(tx, changes);
}

async function addRecords(
  tx: PoolClient,
  arrived: readonly (readonly [string, readonly CaseRecord[]])[],
  schedulers: Schedulers,
  changes: ChangeSet,
): Promise<void> {
  const known = await loadCases(
    tx,
    arrived.map(([caseId]) => caseId),
  );
  const touched = new Map<string, readonly CaseRecord[]>();
  for (const [caseId, records] of arrived) {
    const before = known.get(caseId) ?? [];
    const after = merge(before, records);
    if (after.length === before.length) continue;
    touched.set(caseId, after);
    addCase(changes, schedulers, before, after);
  }
  if (touched.size > 0) await saveCases(tx, touched);
}

/** Adds what a case contributes to each chain after some records less what it contributed before. */
export function addCase(
  changes: ChangeSet,
  schedulers: Schedulers,
  before: readonly CaseRecord[],
  after: readonly CaseRecord[],
): void {
  const [old, now] = [before.length > 0 ? caseHistory(before) : null, caseHistory(after)];
  for (const [chain, scheduler] of schedulers) {
    const profile = (history: typeof old): Profile | null => history && profileOf(history, scheduler);
    addDifference(changes, chain, profile(old), profile(now));
  }
}

function byCase(events: readonly StoredEvent[]): Map<string, CaseRecord[]> {
  const cases = new Map<string, CaseRecord[]>();
  for (const event of events) {
    const { caseId, record } = caseDelivery(event);
    const records = cases.get(caseId);
    if (records) records.push(record);
    else cases.set(caseId, [record]);
  }
  return cases;
}

/** A record that is there already adds nothing: applying a page twice is applying it once. */
function merge(before: readonly CaseRecord[], arrived: readonly CaseRecord[]): CaseRecord[] {
  const keys = new Set(before.map(keyOf));
  const merged = [...before];
  for (const record of arrived) {
    const key = keyOf(record);
    if (keys.has(key)) continue;
    keys.add(key);
    merged.push(record);
  }
  return merged;
}
