import { historiesOf } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { DIFFERENCES } from '../aggregate';
import { allFiles } from '../../case-files/case-file-store';
import { schedulersInForce } from '../../definitions/chains-in-force';
import { announcedStages, DeadlineGathering } from './deadlines';

const ADD_STAGES = loadSql(join(__dirname, 'sql'), 'add-stages.sql');

/** Case files folded between two looks at the size of what has gathered. */
const FILES = 1_000;

/** Begins to count stages by deadline: those that were not counted before are counted over all cases. */
export async function countStages(tx: PoolClient, stages: ReadonlySet<string>): Promise<void> {
  const added = await announceStages(tx, stages);
  if (added.size === 0) return;
  const gathering = new DeadlineGathering(await schedulersInForce(tx), added);
  for await (const { files } of allFiles(tx, FILES)) {
    for (const file of files) gathering.add([], historiesOf(file));
    if (gathering.size >= DIFFERENCES) await gathering.take()(tx);
  }
  await gathering.take()(tx);
}

/** Notes stages, of which no case is counted yet; says which of them are new. */
export async function announceStages(
  tx: PoolClient,
  stages: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (stages.size === 0) return stages;
  const counted = await announcedStages(tx);
  const added = new Set([...stages].filter((stage) => !counted.has(stage)));
  if (added.size > 0) await tx.query(ADD_STAGES, [[...added]]);
  return added;
}
