import type { RiskTableRow } from '@lueckenlos/chain';
import {
  aalenJohansen,
  complementOf,
  kaplanMeier,
  quartiles,
  restrictedMeans,
  riskTable,
  type Estimate,
  type LifeTableRow,
  type Quartile,
  type RestrictedMeans,
} from '@lueckenlos/statistics';
import type { Group } from '../cube/group-table';
import type { Competing, CurveRequest } from './curve-question';

/** Below so many at risk a curve is drawn by single children. */
export const FLOOR = 30;

/** What happened in month t since the origin, or in the quarter that ends with it, and the estimate at its end. */
export interface CurvePoint {
  readonly t: number;
  readonly atRisk: number;
  /** Null where it is not published. */
  readonly entries: number | null;
  readonly events: number;
  readonly competing: Partial<Record<Competing, number>>;
  /** Null where it is not published. */
  readonly censored: number | null;
  /** Null where a release shows none. */
  readonly value: number | null;
  readonly stdErr: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly belowFloor: boolean;
}

export interface Curve {
  readonly key: Group;
  readonly points: readonly CurvePoint[];
  readonly quartiles: readonly Quartile[];
  /** Null unless a horizon is asked for that the curve reaches. */
  readonly restrictedMeans: RestrictedMeans | null;
}

/** The curve of one group; months without any event, competing event, censoring or entry have no point. */
export function curveOf(key: Group, counted: readonly RiskTableRow[], request: CurveRequest): Curve {
  const rows = counted.map((row) => lifeTableRow(row, request.competing));
  const estimates = estimatesOf(rows, request);
  const points = riskTable(rows).map((row, i): CurvePoint & Estimate => {
    const { t, atRisk, entries, events, competing, censored } = row;
    const { value, stdErr, lower, upper } = estimates[i] as Estimate;
    const belowFloor = atRisk < FLOOR;
    return { t, atRisk, entries, events, competing, censored, value, stdErr, lower, upper, belowFloor };
  });
  const { horizon } = request;
  return {
    key,
    points,
    quartiles: quartilesOf(points, request),
    restrictedMeans: horizon === null ? null : restrictedMeans(rows, horizon),
  };
}

/** By when a quarter, half and three quarters had the event. */
export function quartilesOf(
  points: readonly (Estimate & { readonly t: number })[],
  { estimator }: CurveRequest,
): readonly Quartile[] {
  return quartiles(
    points.map(({ t, value, stdErr, lower, upper }) => {
      const estimate = { value, stdErr, lower, upper };
      return { t, incidence: estimator === 'kaplan-meier' ? complementOf(estimate) : estimate };
    }),
  );
}

/** Who leaves for a reason that does not compete is censored. */
function lifeTableRow(row: RiskTableRow, competing: readonly Competing[]): LifeTableRow {
  const left = { 'moved-out': row.moved_out, died: row.died };
  const counted = competing.map((reason) => [reason, left[reason]] as const);
  const others = Object.entries(left).filter(([reason]) => !competing.includes(reason as Competing));
  return {
    t: row.t,
    entries: row.entries,
    events: row.events,
    competing: Object.fromEntries(counted),
    censored: others.reduce((sum, [, n]) => sum + n, row.censored),
  };
}

function estimatesOf(rows: readonly LifeTableRow[], { estimator }: CurveRequest): Estimate[] {
  return estimator === 'kaplan-meier'
    ? kaplanMeier(rows).map(({ survival }) => survival)
    : aalenJohansen(rows).map(({ incidence }) => incidence);
}
