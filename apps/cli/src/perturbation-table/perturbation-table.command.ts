import { DEFAULT_PARAMETERS, makePerturbationTable, tableDigest } from '@lueckenlos/disclosure';
import { Command, Option } from 'commander';
import { print, type Context } from '../context';
import { numberFromZero, positiveNumber, wholeNumber } from '../options/parsers';

interface Options {
  readonly d: number;
  readonly v: number;
  readonly js: number;
  readonly pstay: number;
  readonly mono: boolean;
}

/** Makes a perturbation table and prints it: data that a release names, never made anew at run time. */
export function perturbationTableCommand(context: Context): Command {
  const { maxNoise, variance, blockedUpTo, minimumStay } = DEFAULT_PARAMETERS;
  return new Command('perturbation-table')
    .description(
      'makes a perturbation table for protected figures (maximum entropy), as JSON with its SHA-256',
    )
    .addOption(new Option('--d <n>', 'largest noise').argParser(wholeNumber('--d', 1)).default(maxNoise))
    .addOption(
      new Option('--v <x>', 'variance of the noise').argParser(positiveNumber('--v')).default(variance),
    )
    .addOption(
      new Option('--js <n>', 'counts from 1 to n are never published')
        .argParser(wholeNumber('--js', 0))
        .default(blockedUpTo),
    )
    .addOption(
      new Option('--pstay <p>', 'a count stays as it is at least so often')
        .argParser(numberFromZero('--pstay'))
        .default(minimumStay),
    )
    .option('--no-mono', 'larger losses may be likelier than smaller ones')
    .action(({ d, v, js, pstay, mono }: Options) => {
      const parameters = { maxNoise: d, variance: v, blockedUpTo: js, minimumStay: pstay, monotone: mono };
      const table = makePerturbationTable(parameters);
      print(context, JSON.stringify({ ...table, sha256: tableDigest(table) }, null, 2));
    });
}
