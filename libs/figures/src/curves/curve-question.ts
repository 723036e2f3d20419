import { BIRTH_STAGE, type CurveDimension } from '@lueckenlos/chain';

/** Reasons to leave that may compete with an event. */
export const COMPETING = ['moved-out', 'died'] as const;
export type Competing = (typeof COMPETING)[number];

export const ESTIMATORS = ['aalen-johansen', 'kaplan-meier'] as const;
export type Estimator = (typeof ESTIMATORS)[number];

/** The stages, and how the curve between them is estimated. */
export interface CurveRequest {
  readonly from: string;
  readonly stage: string;
  readonly estimator: Estimator;
  /** None with Kaplan–Meier. */
  readonly competing: readonly Competing[];
  /** Months over which mean times are taken; null gives none. */
  readonly horizon: number | null;
  /** Which known value of area and poverty risk a month at risk counts for. */
  readonly dimension: CurveDimension;
}

/** A question with what it leaves out, as all questions for curves have it. */
export function wholeRequest(asked: Partial<CurveRequest> & Pick<CurveRequest, 'stage'>): CurveRequest {
  const {
    stage,
    from = BIRTH_STAGE,
    estimator = 'aalen-johansen',
    horizon = null,
    dimension = 'then',
  } = asked;
  const competing = estimator === 'kaplan-meier' ? [] : (asked.competing ?? COMPETING);
  return { from, stage, estimator, competing, horizon, dimension };
}
