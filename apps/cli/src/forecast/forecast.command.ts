import { Command } from 'commander';
import { openApi } from '../client/server-options';
import type { Context } from '../context';
import { printFigure } from '../drop-offs/print-figure';
import { asksForFigures } from '../drop-offs/question-options';
import { figureRequest, type QuestionOptions } from '../drop-offs/query';
import { printForecast } from './print-forecast';

interface ForecastOptions extends QuestionOptions {
  readonly months?: string;
}

/** Shows what falls due in the coming months. */
export function forecastCommand(context: Context): Command {
  return asksForFigures(new Command('forecast'), {
    without: ['--birth-year', '--school-year', '--dimension'],
    by: 'area,povertyRisk',
  })
    .description('shows which cases fall due in the coming months')
    .option('--months <n>', 'how many months ahead, at most 12')
    .action(async ({ months, ...options }: ForecastOptions) => {
      const spoken = { ...context, language: options.lang ?? context.language };
      const api = await openApi(options, spoken);
      const request = figureRequest(options, { months });
      if (options.format === 'table') printForecast(await api.json('/v1/forecast', request), spoken);
      else await printFigure(api, '/v1/forecast', request, spoken);
    });
}
