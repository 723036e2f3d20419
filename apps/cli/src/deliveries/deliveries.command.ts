import { Command } from 'commander';
import { talksToServer } from '../client/server-options';
import type { Context } from '../context';
import type { PrintOptions } from '../drop-offs/query';
import { printsFigures } from '../drop-offs/question-options';
import { printRows } from '../tables/print-rows';

interface DeliveriesOptions extends PrintOptions {
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly knownBefore?: string;
}

/** Lists the announced periods: completed, pending, overdue. */
export function deliveriesCommand(context: Context): Command {
  const command = talksToServer(new Command('deliveries'))
    .description('lists which announced deliveries are completed, pending and overdue')
    .option('--agency <id>', 'only this agency')
    .option('--from <month>', 'periods that end in this month or later')
    .option('--to <month>', 'periods that end by this month')
    .option('--known-before <instant>', 'as it was known before, as 2026-07-01T00:00:00Z');
  return printsFigures(command, ['table', 'csv', 'json']).action(
    async ({ agency, from, to, knownBefore, ...options }: DeliveriesOptions) => {
      await printRows('/v1/deliveries', options, { agency, from, to, knownBefore }, context);
    },
  );
}
