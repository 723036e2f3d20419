import { Command } from 'commander';
import { openApi } from '../client/server-options';
import type { Context } from '../context';
import { printFigure } from '../drop-offs/print-figure';
import { asksForFigures } from '../drop-offs/question-options';
import { figureRequest, type QuestionOptions } from '../drop-offs/query';
import { printComparison } from './print-comparison';

interface ComparisonOptions extends QuestionOptions {
  readonly stage: string;
  readonly adjustFor?: string;
}

/** Shows the areas against the town. */
export function comparisonsCommand(context: Context): Command {
  return asksForFigures(new Command('comparisons'), { without: ['--by'] })
    .description('shows which areas differ from the town by more than chance, at one stage')
    .requiredOption('--stage <id>', 'stage to be reached, such as kita')
    .option('--adjust-for <list>', 'what areas are adjusted for: any of birthYear,povertyRisk')
    .action(async ({ stage, adjustFor, ...options }: ComparisonOptions) => {
      const spoken = { ...context, language: options.lang ?? context.language };
      const api = await openApi(options, spoken);
      const request = figureRequest(options, { stage, adjustFor });
      if (options.format === 'table') printComparison(await api.json('/v1/comparisons', request), spoken);
      else await printFigure(api, '/v1/comparisons', request, spoken);
    });
}
