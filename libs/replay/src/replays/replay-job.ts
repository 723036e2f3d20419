import type { JudgedRelease, Replay } from '../engine';
import type { FaultCode } from '../engine/fault';
import type { Breakdown } from '@lueckenlos/figures';

export type ReplayState = 'queued' | 'running' | 'completed' | 'failed';

/** What was asked for, as it is stored. */
export interface ReplayJobTask {
  readonly chain: string;
  /** `YYYY-MM`. */
  readonly asOf: string;
  readonly by: readonly Breakdown[];
  readonly level: string | null;
  /** Decimal: the log is read up to here. */
  readonly upTo: string;
  /** RFC 3339 UTC. */
  readonly knownBefore: string | null;
  /** Id of the release to verify. */
  readonly release: string | null;
}

/** A count that the live figure answers otherwise. A count that is absent is 0. */
export interface RowDifference {
  /** The values that the row is broken down by, and its stage. */
  readonly row: Readonly<Record<string, string | number | boolean>>;
  readonly status: string;
  readonly live: number;
  readonly replayed: number;
}

/** Whether the live figure, asked with the same clocks, is the replayed one. */
export interface LiveComparison {
  readonly equal: boolean;
  readonly differences: readonly RowDifference[];
}

/** What came of a replay that ended well. */
export type CompletedReplay = Pick<Replay, 'position' | 'digest' | 'scope' | 'rows' | 'flows'> & {
  readonly release: JudgedRelease | null;
  /** Null for a release, and where the read models are behind or go by another definition. */
  readonly live: LiveComparison | null;
};

/** Why a replay has failed. */
export interface FailedReplay {
  readonly code: FaultCode | 'replay.interrupted';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ReplayJob {
  readonly id: string;
  readonly state: ReplayState;
  readonly task: ReplayJobTask;
  readonly eventsRead: number;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  /** Of one that is done. */
  readonly answer: CompletedReplay | FailedReplay | null;
}
