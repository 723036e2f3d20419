import { historiesOf, parseMonth, schedulerFor, type ChainBody } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Aggregate } from '../aggregates/aggregate';
import { gatherAll } from '../aggregates/gather-all';
import { allFiles } from '../case-files/case-file-store';
import { ProjectionError } from '../runner/projection-error';
import { schedulersInForce } from './chains-in-force';

const SQL = join(__dirname, 'sql');
const SAVE_CHAIN = loadSql(SQL, 'save-chain.sql');
const SAVE_AREAS = loadSql(SQL, 'save-areas.sql');

/** Case files folded between two looks at the size of what has gathered. */
const FILES = 1_000;
const DIFFERENCES = 200_000;

/** Puts a chain in force and folds all cases anew under it, with constant memory. */
export async function applyChain(
  tx: PoolClient,
  event: StoredEvent,
  aggregates: readonly Aggregate[],
): Promise<void> {
  const { chain, ...body } = event.data;
  const id = String(chain);
  checkSchedulable(body as unknown as ChainBody);
  await tx.query(SAVE_CHAIN, [id, event.position.toString(), JSON.stringify(body)]);
  const dependent = aggregates.filter(({ forgetChain }) => forgetChain !== null);
  for (const { forgetChain } of dependent) await forgetChain?.(tx, id);
  const gathering = await gatherAll(tx, dependent, await schedulersInForce(tx, [id]));
  for await (const files of allFiles(tx, FILES)) {
    for (const file of files) gathering.add([], historiesOf(file));
    if (gathering.size >= DIFFERENCES) await gathering.write(tx);
  }
  await gathering.write(tx);
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
