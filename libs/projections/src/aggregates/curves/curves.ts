import {
  curveContributions,
  furthestContributions,
  pairsInOrder,
  type CaseHistory,
  type Schedule,
  type StagePairs,
} from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Schedulers } from '../../definitions/chains-in-force';
import type { Aggregate, Gathered, Gathering } from '../aggregate';
import { CurveIds } from './curve-ids';
import { GatheredCells } from './gathered-cells';
import { writeCells } from './write-cells';

const CLEAR_CHAIN = loadSql(join(__dirname, 'sql'), 'clear-chain.sql');
const TABLES = ['curve-lane', 'curve-cell', 'curve-cell-storage', 'curve-stage', 'curve-stratum'];

/** Counts by birth month, origin and months since then, which curves and furthest stages are summed from. */
export const curves: Aggregate = {
  tables: TABLES.map((table) => loadSql(join(__dirname, 'tables'), `${table}.sql`)),

  async forgetChain(tx: PoolClient, chain: string): Promise<void> {
    await tx.query(CLEAR_CHAIN, [chain]);
  },

  async gather(tx: PoolClient, chains: Schedulers): Promise<Gathering> {
    return new CurveGathering(await CurveIds.load(tx), chains);
  },
};

interface StageOrder {
  readonly stages: readonly string[];
  readonly pairs: StagePairs;
}

class CurveGathering implements Gathering {
  private cells: GatheredCells;
  private readonly orders = new Map<Schedule, StageOrder>();

  constructor(
    private readonly ids: CurveIds,
    private readonly chains: Schedulers,
  ) {
    this.cells = new GatheredCells(ids);
  }

  add(before: readonly CaseHistory[], after: readonly CaseHistory[]): void {
    // Most families are one child before and after: then only what differs is told.
    for (const [i, history] of before.entries()) this.tell(history, after[i] ?? null, -1);
    for (const [i, history] of after.entries()) this.tell(history, before[i] ?? null, 1);
  }

  get size(): number {
    return this.cells.size;
  }

  take(): Gathered {
    const { cells, ids } = this;
    this.cells = new GatheredCells(ids);
    return async (tx) => {
      await ids.saveNew(tx);
      await writeCells(tx, cells.changed());
    };
  }

  private tell(history: CaseHistory, other: CaseHistory | null, times: 1 | -1): void {
    if (history.birth === null) return;
    for (const [chain, scheduler] of this.chains) {
      const schedule = scheduler(history.birth);
      if (!schedule) continue;
      const { stages, pairs } = this.orderOf(schedule);
      this.cells.add(chain, 'since', curveContributions(history, pairs, other), times);
      this.cells.add(chain, 'furthest', furthestContributions(history, stages, other), times);
    }
  }

  /** A schedule is one object for all children of a birth month. */
  private orderOf(schedule: Schedule): StageOrder {
    let order = this.orders.get(schedule);
    if (!order) {
      const stages = schedule.stages.map(({ id }) => id);
      this.orders.set(schedule, (order = { stages, pairs: pairsInOrder(stages) }));
    }
    return order;
  }
}
