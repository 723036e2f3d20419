import { BIRTH_STAGE, stagesInOrder, type ChainBody, type CurveDimension } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import { COMPETING, type Competing, type CurveParameters, type Estimator } from './curve-parameters.dto';

/** The stages, and how the curve between them is estimated. */
export interface CurveRequest {
  readonly from: string;
  readonly stage: string;
  readonly estimator: Estimator;
  /** None with Kaplan–Meier. */
  readonly competing: readonly Competing[];
  readonly horizon: number | null;
  /** Which known value of area and poverty risk a month at risk counts for. */
  readonly dimension: CurveDimension;
}

/** @throws ProblemError (422) where Kaplan–Meier is asked for with competing events */
export function curveRequest(parameters: CurveParameters): CurveRequest {
  const { stage, from = BIRTH_STAGE, estimator = 'aalen-johansen', competing } = parameters;
  const { horizon, dimension = 'then' } = parameters;
  if (estimator === 'kaplan-meier' && competing !== undefined)
    throw new ProblemError({ code: 'figures.competing-without-incidence', pointer: '/competing' });
  return {
    from,
    stage,
    estimator,
    competing: estimator === 'kaplan-meier' ? [] : (competing ?? COMPETING),
    horizon: horizon === undefined ? null : Number(horizon),
    dimension,
  };
}

/** @throws ProblemError (422) unless a chain has both stages, `from` before `stage` */
export function checkStages(chain: ChainBody, { from, stage }: Pick<CurveRequest, 'from' | 'stage'>): void {
  const known = stagesInOrder(chain).map(({ id }) => id);
  checkStage(known, from, '/from');
  checkStage(known, stage, '/stage');
  if (known.indexOf(from) >= known.indexOf(stage))
    throw new ProblemError({
      code: 'figures.stages-out-of-order',
      pointer: '/from',
      params: { from, stage, known },
    });
}

/** @throws ProblemError (422) that names the stages of the chain, where this one is none */
export function checkStageOf(chain: ChainBody, stage: string): void {
  checkStage(
    stagesInOrder(chain).map(({ id }) => id),
    stage,
    '/stage',
  );
}

/** @throws ProblemError (422) that names the stages there are */
export function checkStage(known: readonly string[], stage: string, pointer: string): void {
  if (known.includes(stage)) return;
  throw new ProblemError({ code: 'figures.unknown-stage', pointer, params: { stage, known: [...known] } });
}
