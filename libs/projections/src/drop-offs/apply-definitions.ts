import { parseMonth, schedulerFor, type ChainBody } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { ProjectionError } from '../runner/projection-error';
import { addCase, type Schedulers } from './apply-cases';
import { allCases } from './case-store';
import { ChangeSet } from './change-set';
import { SeriesIds } from './series-ids';
import { writeChanges } from './write-changes';

const SQL = join(__dirname, 'sql');
const SAVE_CHAIN = loadSql(SQL, 'save-chain.sql');
const CHAINS = loadSql(SQL, 'chains.sql');
const CLEAR_CHAIN = loadSql(SQL, 'clear-chain.sql');
const SAVE_AREAS = loadSql(SQL, 'save-areas.sql');

/** Cases folded between two looks at the size of what has gathered. */
const CASES = 1_000;
const ROWS = 200_000;

/** Puts a chain in force and folds all cases anew under it, with constant memory. */
export async function applyChain(tx: PoolClient, event: StoredEvent): Promise<void> {
  const { chain, ...body } = event.data;
  const id = String(chain);
  await tx.query(SAVE_CHAIN, [id, event.position.toString(), JSON.stringify(body)]);
  await tx.query(CLEAR_CHAIN, [id]);
  const chains = await chainsInForce(tx, [id]);
  for (const { definition } of chains) checkSchedulable(definition);
  const schedulers = schedulersOf(chains);
  const series = await SeriesIds.load(tx);
  let changes = new ChangeSet(series);
  for await (const cases of allCases(tx, CASES)) {
    for (const records of cases) addCase(changes, schedulers, [], records);
    if (changes.size < ROWS) continue;
    await writeChanges(tx, changes);
    changes = new ChangeSet(series);
  }
  await writeChanges(tx, changes);
}

/** A definition that can't be scheduled is refused here, and not by every case that comes after it. */
function checkSchedulable(definition: ChainBody): void {
  try {
    const scheduler = schedulerFor(definition);
    const schedules = definition.versions.map((version) =>
      scheduler(parseMonth(version.validForBirthsFrom) ?? NaN),
    );
    if (schedules.every((one) => one?.stages.every(({ deadline }) => Number.isInteger(deadline)))) return;
  } catch {
    // Some member that a schedule needs is missing or of another type.
  }
  throw new ProjectionError('is no chain that cases could be folded under');
}

/** Puts an edition of an area hierarchy in force. Figures by level are summed when they are asked for. */
export async function applyAreas(tx: PoolClient, { data, position }: StoredEvent): Promise<void> {
  await tx.query(SAVE_AREAS, [
    data['municipality'],
    data['validFrom'],
    position.toString(),
    JSON.stringify(data['areas']),
  ]);
}

/** The chains in force, ready to schedule. */
export async function schedulersInForce(tx: PoolClient): Promise<Schedulers> {
  return schedulersOf(await chainsInForce(tx, null));
}

interface ChainRow {
  readonly id: string;
  readonly definition: ChainBody;
}

/** All chains, or those that are named. */
async function chainsInForce(tx: PoolClient, only: readonly string[] | null): Promise<ChainRow[]> {
  return (await tx.query<ChainRow>(CHAINS, [only])).rows;
}

function schedulersOf(chains: readonly ChainRow[]): Schedulers {
  return new Map(chains.map(({ id, definition }) => [id, schedulerFor(definition)]));
}
