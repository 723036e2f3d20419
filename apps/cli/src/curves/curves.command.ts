import { Command } from 'commander';
import { openApi } from '../client/server-options';
import type { Context } from '../context';
import { printFigure } from '../drop-offs/print-figure';
import { asksForFigures } from '../drop-offs/question-options';
import { figureRequest, type QuestionOptions } from '../drop-offs/query';
import { printCurves } from './print-curves';

interface CurveOptions extends QuestionOptions {
  readonly stage: string;
  readonly from?: string;
  readonly estimator?: string;
  readonly competing?: string;
  readonly horizon?: string;
}

/** Shows which share reached a stage by which month. */
export function curvesCommand(context: Context): Command {
  return asksForFigures(new Command('curves'), { dimensions: ['then', 'last'] })
    .description('shows which share of children reached a stage, by months since birth or since a stage')
    .requiredOption('--stage <id>', 'stage to be reached, such as kita')
    .option('--from <id>', 'where time begins: birth, or an earlier stage')
    .option('--estimator <name>', 'aalen-johansen (share reached) or kaplan-meier (share not yet there)')
    .option('--competing <list>', 'what competes with reaching it: moved-out,died, or one of them')
    .option('--horizon <months>', 'mean months within the first so many, in JSON')
    .action(async ({ stage, from, estimator, competing, horizon, ...options }: CurveOptions) => {
      const spoken = { ...context, language: options.lang ?? context.language };
      const api = await openApi(options, spoken);
      const own = { stage, from, estimator, competing, horizon };
      const request = figureRequest(options, own);
      if (options.format === 'table') printCurves(await api.json('/v1/curves', request), spoken);
      else await printFigure(api, '/v1/curves', request, spoken);
    });
}
