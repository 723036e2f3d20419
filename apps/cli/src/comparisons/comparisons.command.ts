import { Command } from 'commander';
import { openApi } from '../client/server-options';
import type { Context } from '../context';
import { printFigure } from '../drop-offs/print-figure';
import { asksForFigures } from '../drop-offs/question-options';
import { figureRequest, type DropOffOptions } from '../drop-offs/query';
import { printComparison } from './print-comparison';

interface ComparisonOptions extends DropOffOptions {
  readonly stage: string;
}

/** Shows the areas against the town. */
export function comparisonsCommand(context: Context): Command {
  return asksForFigures(new Command('comparisons'))
    .description('shows which areas differ from the town by more than chance, at one stage (takes no --by)')
    .requiredOption('--stage <id>', 'stage to be reached, such as kita')
    .option('--known-before <instant>', 'only what was known before, as 2026-07-01T00:00:00Z')
    .action(async ({ stage, knownBefore, ...options }: ComparisonOptions) => {
      const spoken = { ...context, language: options.lang ?? context.language };
      const api = await openApi(options, spoken);
      const request = figureRequest(options, { stage, knownBefore });
      if (options.format === 'table') printComparison(await api.json('/v1/comparisons', request), spoken);
      else await printFigure(api, '/v1/comparisons', request, spoken);
    });
}
