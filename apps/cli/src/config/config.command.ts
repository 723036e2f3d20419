import { configTable, loadConfig } from '@lueckenlos/platform/config';
import { renderTable } from '@lueckenlos/terminal';
import { Command } from 'commander';
import { CLIENT_VARIABLES } from '../client/client-variables';
import { print, widthOf, type Context } from '../context';
import { masked } from './masked';

/** Lists what can be set, and what is. Fails where something is set wrongly, naming everything at once. */
export function configCommand(context: Context): Command {
  return new Command('config')
    .description('lists all environment variables with value, default and meaning; checks them')
    .action(() => {
      const { environment } = context;
      loadConfig(environment);
      const rows = [...configTable(), ...CLIENT_VARIABLES].map((row) => [
        row.name,
        masked(row.name, environment[row.name]?.trim() ?? ''),
        row.default,
        row.meaning,
      ]);
      print(context, renderTable(COLUMNS, rows, { width: widthOf(context) }));
    });
}

const COLUMNS = [
  { head: 'Variable' },
  { head: 'Set to', wraps: true },
  { head: 'Default', wraps: true },
  { head: 'Meaning', wraps: true },
];
