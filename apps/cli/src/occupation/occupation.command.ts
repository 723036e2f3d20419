import { Command } from 'commander';
import type { Context } from '../context';
import { figureRequest, type QuestionOptions } from '../drop-offs/query';
import { asksForFigures } from '../drop-offs/question-options';
import { printRows } from '../tables/print-rows';

interface OccupationOptions extends QuestionOptions {
  readonly competing?: string;
}

/** Shows how far along the chain children are at which age. */
export function occupationCommand(context: Context): Command {
  return asksForFigures(new Command('occupation'), { dimensions: ['then', 'last'] })
    .description('shows the furthest stage that children have reached, by months since birth')
    .option('--competing <list>', 'what counts as an end of its own: moved-out,died, or one of them')
    .action(async ({ competing, ...options }: OccupationOptions) => {
      await printRows('/v1/occupation', options, figureRequest(options, { competing }).query, context);
    });
}
