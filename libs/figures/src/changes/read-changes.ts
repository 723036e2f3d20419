import { historiesOf, schedulerFor, type CaseFile, type Coverage } from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import type { Pool, PoolClient } from 'pg';
import { countChild, type Judged } from '../cube/count-child';
import { frameOf, type Frame } from '../cube/frame';
import { GroupTable, type GroupCounts } from '../cube/group-table';
import { allFiles, lateFiles } from '../cube/late-files';
import { readCube } from '../cube/read-cube';
import type { FigureQuery } from '../query/figure-query';
import { readCoverage } from '../source-coverage/read-coverage';
import { readUnconfirmed } from '../source-coverage/read-unconfirmed';
import { UnconfirmedCases } from '../source-coverage/unconfirmed-cases';
import { ChangedCells, type ChangeKind } from './changed-cells';
import { DeliveryChanges } from './delivery-changes';
import { DeliveryKinds } from './delivery-kinds';
import { FileComparison } from './file-changes';
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
 * with anything after the first position are folded, some at a time; who counts otherwise only because a delivery was
 * completed or reopened is told by the counts of deadlines.
 */
export async function readChanges(pool: Pool, asked: FigureQuery, between: Between): Promise<Changes> {
  return inTransaction(pool, (tx) => changesWithin(tx, asked, between), 'REPEATABLE READ');
}

async function changesWithin(tx: PoolClient, asked: FigureQuery, between: Between): Promise<Changes> {
  const frame = await frameOf(tx, asked);
  checkReached(between, frame.position);
  const { position, chain, areas, series, query } = frame;
  const [first, second] = [{ upTo: Number(between[0]) }, { upTo: Number(between[1]) }];
  const { coverage: before } = await readCoverage(tx, { ...query, ...first }, chain);
  const { coverage: after } = await readCoverage(tx, { ...query, ...second }, chain);
  const kinds = await DeliveryKinds.between(tx, between);
  const table = new GroupTable(query, areas, series);
  const unconfirmed = new UnconfirmedCases(before, table);
  const deliveries = new DeliveryChanges(before, after, table);
  if (chain.inCube) {
    await readCube(tx, query, table);
    await readUnconfirmed(tx, query, chain, before, unconfirmed);
    if (kinds.areAny) await readUnconfirmed(tx, query, chain, slowerOf(before, after), deliveries);
  }
  const changed = new ChangedCells();
  const scheduler = schedulerFor(chain.definition);
  const comparison = new FileComparison(query, scheduler, table);
  const both = {
    add: (...judged: Judged) => [unconfirmed, deliveries].forEach((sink) => sink.add(...judged)),
  };
  for await (const file of chain.inCube ? lateFiles(tx, first) : allFiles(tx)) {
    const [was, is] = [historiesOf(file, first), historiesOf(file, second)];
    if (chain.inCube) {
      for (const child of historiesOf(file)) countChild(child, -1, query, scheduler, table, both);
    }
    for (const child of was) countChild(child, 1, query, scheduler, table, unconfirmed);
    const start = { children: was, coverage: before };
    const arrived = { children: is, coverage: before };
    const end = { children: is, coverage: after };
    const records = kindsBetween(file, first.upTo, second.upTo);
    const byRecords = comparison.difference(start, arrived).stages();
    const byDeliveries = kinds.areAny ? comparison.difference(arrived, end).stages() : new Set<string>();
    changed.add(comparison.difference(start, end), (stage) => {
      const delivered = byDeliveries.has(stage) ? kinds.about(stage) : [];
      return new Set([...(byRecords.has(stage) ? records : []), ...delivered]);
    });
  }
  deliveries.addTo(changed, kinds);
  return { query: asked, between, chain, position, areas, before: table.sorted(MEASURES), changed };
}

/** Of two states the one in which less is delivered: what is delivered in both is judged alike. */
function slowerOf(one: Coverage, other: Coverage): Pick<Coverage, 'completedThrough'> {
  return {
    completedThrough: (stage, area) =>
      Math.min(one.completedThrough(stage, area), other.completedThrough(stage, area)),
  };
}

/** The kinds of what arrived after the first position and up to the second. */
function kindsBetween({ members, links }: CaseFile, after: number, upTo: number): Set<ChangeKind> {
  const deliveries = [...members.values(), links].flat();
  return new Set(
    deliveries.filter(({ position }) => position > after && position <= upTo).map(({ kind }) => kind),
  );
}
