import { Command } from 'commander';
import { openApi } from '../client/server-options';
import type { Context } from '../context';
import { printFigure } from './print-figure';
import { printTable } from './print-table';
import { figureRequest, type QuestionOptions } from './query';
import { asksForFigures } from './question-options';

/** Shows where children drop off, exactly, at any as-of month and known-before instant. */
export function dropOffsCommand(context: Context): Command {
  return asksForFigures(new Command('drop-offs'))
    .description('shows where children drop off, by stage')
    .action(async (options: QuestionOptions) => {
      const language = options.lang ?? context.language;
      const spoken = { ...context, language };
      const api = await openApi(options, spoken);
      const request = figureRequest(options);
      if (options.format === 'table') await printTable(api, options, request, spoken);
      else await printFigure(api, '/v1/drop-offs', request, spoken);
    });
}
