import type { CurvesReplay, JudgedRelease, Replay } from '../engine';
import type { FaultCode } from '../engine/fault';
import type { Breakdown, CurveRequest, Filters } from '@lueckenlos/figures';

export type ReplayState = 'queued' | 'running' | 'completed' | 'failed';

/** Which curves are asked for. */
export interface CurvesTask {
  readonly request: CurveRequest;
  readonly filters: Filters;
}

/** What was asked for, as it is stored. */
export interface ReplayJobTask {
  readonly chain: string;
  /** `YYYY-MM`. */
  readonly asOf: string;
  readonly by: readonly Breakdown[];
  readonly level: string | null;
  /** `YYYY-MM`, whose area hierarchy counts; absent: the as-of month. */
  readonly boundaries?: string;
  /** As if this version of the chain held for every birth. */
  readonly chainVersion?: number;
  /** Decimal: the log is read up to here. */
  readonly upTo: string;
  /** RFC 3339 UTC. */
  readonly knownBefore: string | null;
  /** Id of the release to verify. */
  readonly release: string | null;
  /** Curves instead of drop-offs and flows. */
  readonly curves?: CurvesTask;
}

/** A count that the live figure answers otherwise. A count that is absent is 0. */
export interface RowDifference {
  /** The values that the row is broken down by, and its stage. */
  readonly row: Readonly<Record<string, string | number | boolean>>;
  readonly status: string;
  readonly live: number;
  readonly replayed: number;
}

/** A number of a curve that the live figure answers otherwise. One that is absent is null. */
export interface PointDifference {
  /** The values that the curve is broken down by and, but for `deliveredThrough`, the month since the origin. */
  readonly row: Readonly<Record<string, string | number | boolean>>;
  readonly number: string;
  readonly live: number | string | null;
  readonly replayed: number | string | null;
}

/** Whether the live figure, asked with the same clocks, is the replayed one. */
export interface LiveComparison<Difference> {
  readonly equal: boolean;
  readonly differences: readonly Difference[];
}

/** What came of a replay that ended well. */
export type CompletedReplay = CompletedFigures | CompletedCurves;

export type CompletedFigures = Pick<Replay, 'position' | 'digest' | 'scope' | 'rows' | 'flows'> & {
  readonly release: JudgedRelease | null;
  /** Null for a release, and where the read models are behind or go by another definition. */
  readonly live: LiveComparison<RowDifference> | null;
};

export type CompletedCurves = Pick<CurvesReplay, 'position' | 'digest' | 'strata'> & {
  /** Null where the read models are behind or go by another definition. */
  readonly live: LiveComparison<PointDifference> | null;
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
