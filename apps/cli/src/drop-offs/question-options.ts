import { type Command, Option } from 'commander';
import { talksToServer } from '../client/server-options';
import { month, oneOf, wholeNumber } from '../options/parsers';
import { FORMATS } from './query';

/** The options of every question for exact figures. What they may hold is the server's to say. */
export function asksForFigures(command: Command, dimensions: readonly string[] = ['last', 'first']): Command {
  const version = new Option('--chain-version <n>', 'as if this version of the chain held for every birth');
  const asOf = new Option('--as-of <month>', 'what had happened by the end of this month');
  const position = new Option('--min-position <n>', 'wait until the read models have reached it');
  return talksToServer(command)
    .requiredOption('--chain <id>', 'chain, such as krefeld')
    .addOption(version.argParser(wholeNumber('--chain-version', 1)))
    .addOption(asOf.argParser(month('--as-of')).makeOptionMandatory())
    .option('--by <list>', 'any of birthYear,schoolYear,area,povertyRisk')
    .option('--level <kind>', 'sum areas up to this kind, such as stadtbezirk')
    .option('--boundaries <which>', 'area hierarchy that counts: asOf, today, or a month')
    .option('--birth-year <list>', 'only these birth years')
    .option('--school-year <list>', 'only these school-entry years')
    .option('--area <list>', 'only these areas and what lies in them')
    .option('--poverty-risk <list>', 'only these: true, false, unknown')
    .addOption(
      oneOfOption('--dimension <which>', 'which known value of area and poverty risk counts', dimensions),
    )
    .addOption(position.argParser(wholeNumber('--min-position', 0)))
    .addOption(oneOfOption('--format <format>', 'how to print it', FORMATS).default('table'))
    .option('--purpose <text>', 'what for; written to the access log')
    .addOption(oneOfOption('--lang <language>', 'language of the table', ['de', 'en']));
}

function oneOfOption(flags: string, description: string, values: readonly string[]): Option {
  const [name = ''] = flags.split(' ');
  return new Option(flags, `${description}: ${values.join(', ')}`).argParser(oneOf(name, ...values));
}
