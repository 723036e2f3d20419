import { Command } from 'commander';
import { talksToServer } from '../client/server-options';
import type { Context } from '../context';
import type { PrintOptions } from '../drop-offs/query';
import { printsFigures } from '../drop-offs/question-options';
import { printRows } from '../tables/print-rows';

interface DelayOptions extends PrintOptions {
  readonly agency?: string;
  readonly stage?: string;
  readonly asOf?: string;
  readonly from?: string;
}

/** Shows how long it takes until facts are known, and how many are still to come. */
export function reportingDelaysCommand(context: Context): Command {
  const command = talksToServer(new Command('reporting-delays'))
    .description('shows how long reports take, and what is still to come of the youngest months')
    .option('--agency <id>', 'only this agency')
    .option('--stage <id>', 'only this stage')
    .option('--as-of <month>', 'what was known by the end of this month')
    .option('--from <month>', 'only what occurred from this month on');
  return printsFigures(command).action(async ({ agency, stage, asOf, from, ...options }: DelayOptions) => {
    await printRows('/v1/reporting-delays', options, { agency, stage, asOf, from }, context);
  });
}
