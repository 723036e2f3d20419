import type { CaseHistory } from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import type { Schedulers } from '../definitions/chains-in-force';

/** How many differences may come together before they are written: some thirty bytes each. */
export const DIFFERENCES = 4_000_000;

/** Figures that are a sum over children: each child adds what its history says, whatever the other children do. */
export interface Aggregate {
  /** Creates its tables in a new version, one statement each. */
  readonly tables: readonly string[];
  /** Forgets the figures of a chain before they are counted anew; null where no figure depends on a chain. */
  readonly forgetChain: ((tx: PoolClient, chain: string) => Promise<void>) | null;
  /** Starts to gather differences of the figures under some chains. */
  gather(tx: PoolClient, chains: Schedulers): Promise<Gathering>;
}

/** Differences that come together in memory, so that each row of an aggregate is written once. */
export interface Gathering {
  /**
   * Takes back what the children of a family added before, and adds what they add now. Children are split and
   * joined by links: the two lists may differ in length, and no child of one stands for a certain one of the other.
   */
  add(before: readonly CaseHistory[], after: readonly CaseHistory[]): void;
  /** How many differences have come together: what bounds the memory. */
  readonly size: number;
  /** Takes out what has come together, to be written once, and starts anew: more may come together while it is written. */
  take(): Gathered;
}

/** Writes what had come together. */
export type Gathered = (tx: PoolClient) => Promise<void>;
