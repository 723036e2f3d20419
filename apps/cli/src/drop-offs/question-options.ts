import { type Command, Option } from 'commander';
import { talksToServer } from '../client/server-options';
import { month, oneOf, wholeNumber } from '../options/parsers';
import { FORMATS } from './query';

/** What of the options of a question a command does without, because its endpoint does. */
export type Omitted = '--by' | '--birth-year' | '--school-year' | '--dimension' | '--known-before';

interface Asking {
  readonly without?: readonly Omitted[];
  /** The values of `--dimension`. */
  readonly dimensions?: readonly string[];
  /** The values of `--by`. */
  readonly by?: string;
}

/** The options of every question for exact figures. What they may hold is the server's to say. */
export function asksForFigures(
  command: Command,
  { without = [], dimensions = ['last', 'first'], by = 'birthYear,schoolYear,area,povertyRisk' }: Asking = {},
): Command {
  const version = new Option('--chain-version <n>', 'as if this version of the chain held for every birth');
  const asOf = new Option('--as-of <month>', 'what had happened by the end of this month');
  const position = new Option('--min-position <n>', 'wait until the read models have reached it');
  const options: Readonly<Record<Omitted, Option>> = {
    '--by': new Option('--by <list>', `any of ${by}`),
    '--birth-year': new Option('--birth-year <list>', 'only these birth years'),
    '--school-year': new Option('--school-year <list>', 'only these school-entry years'),
    '--dimension': oneOfOption(
      '--dimension <which>',
      'which known value of area and poverty risk counts',
      dimensions,
    ),
    '--known-before': new Option(
      '--known-before <instant>',
      'only what was known before, as 2026-07-01T00:00:00Z',
    ),
  };
  talksToServer(command)
    .requiredOption('--chain <id>', 'chain, such as krefeld')
    .addOption(version.argParser(wholeNumber('--chain-version', 1)))
    .addOption(asOf.argParser(month('--as-of')).makeOptionMandatory());
  for (const [name, option] of Object.entries(options))
    if (!without.includes(name as Omitted)) command.addOption(option);
  command
    .option('--level <kind>', 'sum areas up to this kind, such as stadtbezirk')
    .option('--boundaries <which>', 'area hierarchy that counts: asOf, today, or a month')
    .option('--area <list>', 'only these areas and what lies in them')
    .option('--poverty-risk <list>', 'only these: true, false, unknown')
    .addOption(position.argParser(wholeNumber('--min-position', 0)));
  return printsFigures(command);
}

/** In what form an answer is printed, and what for. */
export function printsFigures(command: Command, formats: readonly string[] = FORMATS): Command {
  return command
    .addOption(oneOfOption('--format <format>', 'how to print it', formats).default('table'))
    .option('--purpose <text>', 'what for; written to the access log')
    .addOption(oneOfOption('--lang <language>', 'language of the table', ['de', 'en']));
}

function oneOfOption(flags: string, description: string, values: readonly string[]): Option {
  const [name = ''] = flags.split(' ');
  return new Option(flags, `${description}: ${values.join(', ')}`).argParser(oneOf(name, ...values));
}
