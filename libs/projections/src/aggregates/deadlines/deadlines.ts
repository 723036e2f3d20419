import { profileOf, type CaseHistory } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Schedulers } from '../../definitions/chains-in-force';
import type { Aggregate, Gathered, Gathering } from '../aggregate';
import { addChild } from './contributions';
import { DeadlineChanges } from './deadline-changes';
import { writeDeadlines } from './write-deadlines';

const ANNOUNCED = loadSql(join(__dirname, 'sql'), 'announced-stages.sql');
const CLEAR_CHAIN = loadSql(join(__dirname, 'sql'), 'clear-chain.sql');
const TABLES = ['announced-stage', 'deadline-cell', 'deadline-cell-of-stage'];

/**
 * Lost cases and closed windows by the month of their deadline, for the stages that somebody announces to deliver: what a
 * figure needs to leave out for which its sources have not delivered. Where nothing is announced it counts nothing.
 */
export const deadlines: Aggregate = {
  tables: TABLES.map((table) => loadSql(join(__dirname, 'tables'), `${table}.sql`)),

  async forgetChain(tx: PoolClient, chain: string): Promise<void> {
    await tx.query(CLEAR_CHAIN, [chain]);
  },

  async gather(tx: PoolClient, chains: Schedulers): Promise<Gathering> {
    return new DeadlineGathering(chains, await announcedStages(tx));
  },
};

/** The stages that are counted. */
export async function announcedStages(tx: PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ stage: string }>(ANNOUNCED);
  return new Set(rows.map(({ stage }) => stage));
}

/** Gathers what children add to the counts of some stages. */
export class DeadlineGathering implements Gathering {
  private changes = new DeadlineChanges();

  constructor(
    private readonly chains: Schedulers,
    private readonly stages: ReadonlySet<string>,
  ) {}

  add(before: readonly CaseHistory[], after: readonly CaseHistory[]): void {
    if (this.stages.size === 0) return;
    for (const child of before) this.addChild(child, -1);
    for (const child of after) this.addChild(child, 1);
  }

  get size(): number {
    return this.changes.size;
  }

  take(): Gathered {
    const { changes } = this;
    this.changes = new DeadlineChanges();
    return (tx) => writeDeadlines(tx, changes);
  }

  private addChild(history: CaseHistory, sign: 1 | -1): void {
    for (const [chain, scheduler] of this.chains) {
      const profile = profileOf(history, scheduler);
      addChild(this.changes, chain, { history, profile, scheduler }, this.stages, sign);
    }
  }
}
