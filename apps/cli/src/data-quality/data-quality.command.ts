import { Command } from 'commander';
import { talksToServer } from '../client/server-options';
import type { Context } from '../context';
import type { PrintOptions } from '../drop-offs/query';
import { printsFigures } from '../drop-offs/question-options';
import { printRows } from '../tables/print-rows';

interface DataQualityOptions extends PrintOptions {
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Shows what agencies sent, what was odd about it, and what was refused. */
export function dataQualityCommand(context: Context): Command {
  const command = talksToServer(new Command('data-quality'))
    .description('shows what arrived by agency and month: warnings, duplicates, rejections')
    .option('--agency <id>', 'only this agency')
    .option('--from <month>', 'first month of arrival')
    .option('--to <month>', 'last month of arrival');
  return printsFigures(command).action(async ({ agency, from, to, ...options }: DataQualityOptions) => {
    await printRows('/v1/data-quality', options, { agency, from, to }, context);
  });
}
