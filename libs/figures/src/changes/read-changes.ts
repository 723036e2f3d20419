import {
  crossSection,
  historiesOf,
  profileOf,
  schedulerFor,
  type CaseFile,
  type CaseHistory,
  type Scheduler,
} from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool, PoolClient } from 'pg';
import { countChild } from '../cube/count-child';
import { addEveryChild } from '../cube/every-child';
import { passes } from '../cube/filters';
import { frameOf, type Frame } from '../cube/frame';
import { GroupTable, type GroupCounts } from '../cube/group-table';
import { lateFiles } from '../cube/late-files';
import { readCube } from '../cube/read-cube';
import type { FigureQuery } from '../query/figure-query';
import { ChangedCells, FileDifference, type ChangeKind } from './changed-cells';
import { checkReached, type Between } from './positions-between';

/** The measures whose changes are told. */
const MEASURES = ['scope', 'status'] as const;

/** What changed between two states of knowledge, from one state of the read models. */
export interface Changes extends Pick<Frame, 'position' | 'chain' | 'areas'> {
  readonly query: FigureQuery;
  readonly between: Between;
  /** The figure up to the first position. */
  readonly before: readonly GroupCounts[];
  readonly changed: ChangedCells;
}

/**
 * Compares a figure up to one position of the log with itself up to another, by the newest definitions. Only case files
 * with anything after the first position are folded, some at a time.
 */
export async function readChanges(pool: Pool, asked: FigureQuery, between: Between): Promise<Changes> {
  return inTransaction(pool, (tx) => changesWithin(tx, asked, between), 'REPEATABLE READ');
}

async function changesWithin(tx: PoolClient, asked: FigureQuery, between: Between): Promise<Changes> {
  const frame = await frameOf(tx, asked);
  checkReached(between, frame.position);
  const { position, chain, areas, series, query } = frame;
  const [first, second] = [{ upTo: Number(between[0]) }, { upTo: Number(between[1]) }];
  const scheduler = schedulerFor(chain.definition);
  const table = new GroupTable(query, areas, series);
  const changed = new ChangedCells();
  if (chain.inCube) await readCube(tx, query, table);
  else await addEveryChild(tx, query, first, chain, table);
  for await (const file of lateFiles(tx, first)) {
    const [before, after] = [historiesOf(file, first), historiesOf(file, second)];
    if (chain.inCube) {
      for (const child of historiesOf(file)) countChild(child, -1, query, scheduler, table);
      for (const child of before) countChild(child, 1, query, scheduler, table);
    }
    changed.add(
      differenceOf(before, after, query, scheduler, table),
      kindsBetween(file, first.upTo, second.upTo),
    );
  }
  return { query: asked, between, chain, position, areas, before: table.sorted(MEASURES), changed };
}

function differenceOf(
  before: readonly CaseHistory[],
  after: readonly CaseHistory[],
  query: FigureQuery,
  scheduler: Scheduler,
  table: GroupTable,
): FileDifference {
  const difference = new FileDifference();
  const count = (history: CaseHistory, n: 1 | -1): void => {
    const section = crossSection(profileOf(history, scheduler), query.asOf, query.dimension);
    if (!section || !passes(section.cell, query.filters)) return;
    const group = table.groupOf(section.cell);
    for (const observation of section.observations) {
      // The scope is one for all groups.
      if (observation.measure === 'scope') difference.add({ group: {}, observation }, n);
      if (observation.measure === 'status') difference.add({ group, observation }, n);
    }
  };
  for (const history of before) count(history, -1);
  for (const history of after) count(history, 1);
  return difference;
}

/** The kinds of what arrived after the first position and up to the second. */
function kindsBetween({ members, links }: CaseFile, after: number, upTo: number): Set<ChangeKind> {
  const deliveries = [...members.values(), links].flat();
  return new Set(
    deliveries.filter(({ position }) => position > after && position <= upTo).map(({ kind }) => kind),
  );
}
