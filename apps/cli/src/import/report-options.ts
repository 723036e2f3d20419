import { Command, Option } from 'commander';
import { wholeNumber } from '../options/parsers';

const SHOWN = 50;

/** The options of commands that report rejected rows. */
export function reportsRows(command: Command): Command {
  const show = new Option('--show <n>', 'print at most so many rejected rows').default(SHOWN);
  return command
    .addOption(show.argParser(wholeNumber('--show', 0)))
    .option('--report <file>', 'write all rejected rows into a file, as NDJSON');
}
