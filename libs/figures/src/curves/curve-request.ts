import { stagesInOrder, type ChainBody } from '@lueckenlos/chain';
import { ProblemError } from '@lueckenlos/platform';
import type { CurveParameters } from './curve-parameters.dto';
import { wholeRequest, type CurveRequest } from './curve-question';

/** @throws ProblemError (422) where Kaplan–Meier is asked for with competing events */
export function curveRequest({ horizon, ...asked }: CurveParameters): CurveRequest {
  checkCompeting(asked, '/competing');
  return wholeRequest({ ...asked, horizon: horizon === undefined ? null : Number(horizon) });
}

/** @throws ProblemError (422) where Kaplan–Meier is asked for with competing events */
export function checkCompeting(
  { estimator, competing }: Partial<Pick<CurveRequest, 'estimator' | 'competing'>>,
  pointer: string,
): void {
  if (estimator === 'kaplan-meier' && competing !== undefined)
    throw new ProblemError({ code: 'figures.competing-without-incidence', pointer });
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
