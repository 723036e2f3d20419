import { definesAreas, definesChain, historiesOf, readAreas, readChain } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { DIFFERENCES, type Aggregate } from '../aggregates/aggregate';
import { gatherAll } from '../aggregates/gather-all';
import { allFiles } from '../case-files/case-file-store';
import { schedulersInForce } from './chains-in-force';

const SQL = join(__dirname, 'sql');
const SAVE_CHAIN = loadSql(SQL, 'save-chain.sql');
const SAVE_AREAS = loadSql(SQL, 'save-areas.sql');

/** Case files folded between two looks at the size of what has gathered. */
const FILES = 1_000;

export function isDefinition(event: StoredEvent): boolean {
  return definesChain(event) || definesAreas(event);
}

/** @throws UnreadableEventError where no case could be folded under a chain */
export function checkDefinition(event: StoredEvent): void {
  if (definesChain(event)) readChain(event);
}

/** Puts a chain or an edition of an area hierarchy in force. Figures by area level are summed when they are asked for. */
export async function saveDefinition(tx: PoolClient, event: StoredEvent): Promise<void> {
  const position = event.position.toString();
  if (definesChain(event)) {
    const { id, definition } = readChain(event);
    await tx.query(SAVE_CHAIN, [id, position, JSON.stringify(definition)]);
  } else {
    const { municipality, validFrom, areas } = readAreas(event);
    await tx.query(SAVE_AREAS, [municipality, validFrom, position, JSON.stringify(areas)]);
  }
}

/** Folds all cases anew under chains that were defined, with constant memory. */
export async function countAnew(
  tx: PoolClient,
  definitions: readonly StoredEvent[],
  aggregates: readonly Aggregate[],
): Promise<void> {
  const defined = definitions.filter(definesChain);
  const chains = [...new Set(defined.map(({ data }) => String(data['chain'])))];
  if (chains.length === 0) return;
  const dependent = aggregates.filter(({ forgetChain }) => forgetChain !== null);
  for (const { forgetChain } of dependent) {
    for (const chain of chains) await forgetChain?.(tx, chain);
  }
  const gathering = await gatherAll(tx, dependent, await schedulersInForce(tx, chains));
  for await (const { files } of allFiles(tx, FILES)) {
    for (const file of files) gathering.add([], historiesOf(file));
    if (gathering.size >= DIFFERENCES) await gathering.take()(tx);
  }
  await gathering.take()(tx);
}
