import { Command } from 'commander';
import { openApi } from '../client/server-options';
import type { Context } from '../context';
import { printFigure } from '../drop-offs/print-figure';
import { asksForFigures } from '../drop-offs/question-options';
import { figureRequest, type DropOffOptions } from '../drop-offs/query';
import { printForecast } from './print-forecast';

interface ForecastOptions extends DropOffOptions {
  readonly months?: string;
}

/** Shows what falls due in the coming months. */
export function forecastCommand(context: Context): Command {
  return asksForFigures(new Command('forecast'))
    .description('shows which cases fall due in the coming months (--by area or povertyRisk, no cohorts)')
    .option('--months <n>', 'how many months ahead, at most 12')
    .option('--known-before <instant>', 'only what was known before, as 2026-07-01T00:00:00Z')
    .action(async ({ months, knownBefore, ...options }: ForecastOptions) => {
      const spoken = { ...context, language: options.lang ?? context.language };
      const api = await openApi(options, spoken);
      const request = figureRequest(options, { months, knownBefore });
      if (options.format === 'table') printForecast(await api.json('/v1/forecast', request), spoken);
      else await printFigure(api, '/v1/forecast', request, spoken);
    });
}
