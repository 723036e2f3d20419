import { Command, Option } from 'commander';
import { openApi, talksToServer } from '../client/server-options';
import type { Context } from '../context';
import { month, oneOf, wholeNumber } from '../options/parsers';
import { printFigure } from './print-figure';
import { printTable } from './print-table';
import { FORMATS, type DropOffOptions } from './query';

/** Shows where children drop off, exactly, at any as-of month and known-before instant. */
export function dropOffsCommand(context: Context): Command {
  const position = new Option('--min-position <n>', 'wait until the read models have reached it');
  const version = new Option('--chain-version <n>', 'as if this version of the chain held for every birth');
  return talksToServer(new Command('drop-offs'))
    .description('shows where children drop off, by stage')
    .requiredOption('--chain <id>', 'chain, such as krefeld')
    .addOption(version.argParser(wholeNumber('--chain-version', 1)))
    .addOption(monthOption())
    .option('--known-before <instant>', 'only what was known before, as 2026-07-01T00:00:00Z')
    .option('--by <list>', 'any of birthYear,schoolYear,area,povertyRisk')
    .option('--level <kind>', 'sum areas up to this kind, such as stadtbezirk')
    .option('--boundaries <which>', 'area hierarchy that counts: asOf, today, or a month')
    .option('--birth-year <list>', 'only these birth years')
    .option('--school-year <list>', 'only these school-entry years')
    .option('--area <list>', 'only these areas and what lies in them')
    .option('--poverty-risk <list>', 'only these: true, false, unknown')
    .addOption(
      oneOfOption('--dimension <which>', 'which known value of area and poverty risk counts', [
        'last',
        'first',
      ]),
    )
    .addOption(position.argParser(wholeNumber('--min-position', 0)))
    .addOption(oneOfOption('--format <format>', 'how to print it', FORMATS).default('table'))
    .option('--purpose <text>', 'what for; written to the access log')
    .addOption(oneOfOption('--lang <language>', 'language of the table', ['de', 'en']))
    .action(async (options: DropOffOptions) => {
      const language = options.lang ?? context.language;
      const spoken = { ...context, language };
      const api = await openApi(options, spoken);
      await (options.format === 'table' ? printTable : printFigure)(api, options, spoken);
    });
}

function monthOption(): Option {
  const option = new Option('--as-of <month>', 'what had happened by the end of this month');
  return option.argParser(month('--as-of')).makeOptionMandatory();
}

function oneOfOption(flags: string, description: string, values: readonly string[]): Option {
  const [name = ''] = flags.split(' ');
  return new Option(flags, `${description}: ${values.join(', ')}`).argParser(oneOf(name, ...values));
}
