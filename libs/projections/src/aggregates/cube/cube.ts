import { profileOf, type CaseHistory, type Profile, type Scheduler } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Schedulers } from '../../definitions/chains-in-force';
import type { Aggregate, Gathered, Gathering } from '../aggregate';
import { ChangeSet } from './change-set';
import { addDifference } from './contributions';
import { SeriesIds } from './series-ids';
import { writeChanges } from './write-changes';

const CLEAR_CHAIN = loadSql(join(__dirname, 'sql'), 'clear-chain.sql');
const TABLES = ['cell', 'cell-of-chain', 'cell-storage', 'series'];

/** The data cube of statuses by month, which drop-off tables and flows are answered from. */
export const cube: Aggregate = {
  tables: TABLES.map((table) => loadSql(join(__dirname, 'tables'), `${table}.sql`)),

  async forgetChain(tx: PoolClient, chain: string): Promise<void> {
    await tx.query(CLEAR_CHAIN, [chain]);
  },

  async gather(tx: PoolClient, chains: Schedulers): Promise<Gathering> {
    return new CubeGathering(await SeriesIds.load(tx), chains);
  },
};

class CubeGathering implements Gathering {
  private changes: ChangeSet;

  constructor(
    private readonly series: SeriesIds,
    private readonly chains: Schedulers,
  ) {
    this.changes = new ChangeSet(series);
  }

  add(before: readonly CaseHistory[], after: readonly CaseHistory[]): void {
    for (const [chain, scheduler] of this.chains) {
      // Most families are one child before and after: then only what differs is told.
      for (let i = 0; i < Math.max(before.length, after.length); i++) {
        addDifference(this.changes, chain, profile(before[i], scheduler), profile(after[i], scheduler));
      }
    }
  }

  get size(): number {
    return this.changes.size;
  }

  take(): Gathered {
    const { changes } = this;
    this.changes = new ChangeSet(this.series);
    return (tx) => writeChanges(tx, changes);
  }
}

function profile(history: CaseHistory | undefined, scheduler: Scheduler): Profile | null {
  return history ? profileOf(history, scheduler) : null;
}
