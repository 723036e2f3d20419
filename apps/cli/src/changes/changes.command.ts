import { Command } from 'commander';
import { openApi } from '../client/server-options';
import type { Context } from '../context';
import { printFigure } from '../drop-offs/print-figure';
import { asksForFigures } from '../drop-offs/question-options';
import { figureRequest, type QuestionOptions } from '../drop-offs/query';
import { printChanges } from './print-changes';

interface ChangesOptions extends QuestionOptions {
  readonly between: string;
}

/** Shows which drop-off figures changed between two positions of the log, and through what. */
export function changesCommand(context: Context): Command {
  return asksForFigures(new Command('changes'), { without: ['--known-before'] })
    .description('shows which drop-offs changed between two positions of the log, and through what')
    .requiredOption('--between <positions>', 'two positions, the earlier one first, as 1000,2000')
    .action(async ({ between, ...options }: ChangesOptions) => {
      const spoken = { ...context, language: options.lang ?? context.language };
      const api = await openApi(options, spoken);
      const request = figureRequest(options, { between });
      if (options.format === 'table') printChanges(await api.json('/v1/changes', request), spoken);
      else await printFigure(api, '/v1/changes', request, spoken);
    });
}
