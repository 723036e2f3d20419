import { renderTable } from '@lueckenlos/terminal';
import { Command } from 'commander';
import type { Api } from '../client/api';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import { print, widthOf, type Context } from '../context';
import { wholeNumber } from '../options/parsers';
import { PROJECTION_COLUMNS, projectionLine, type ProjectionStatus } from './projection-table';

/** How far the read models are, and what an operator can do about them. */
export function projectionsCommand(context: Context): Command {
  const list = talksToServer(new Command('list'))
    .description('lists them')
    .action(async (options: ServerOptions) => listProjections(await openApi(options, context), context));
  return new Command('projections')
    .description('read models: lists them, rebuilds them, applies parked events again')
    .addCommand(list, { isDefault: true })
    .addCommand(rebuildCommand(context))
    .addCommand(replayCommand(context))
    .addCommand(dropCommand(context));
}

async function listProjections(api: Api, context: Context): Promise<void> {
  const statuses = await api.json<ProjectionStatus[]>('/v1/projections');
  const lines = statuses.map((status) => projectionLine(status, context.language));
  print(context, renderTable(PROJECTION_COLUMNS[context.language], lines, { width: widthOf(context) }));
}

function rebuildCommand(context: Context): Command {
  return talksToServer(new Command('rebuild'))
    .description('builds one anew beside the live one, then switches')
    .argument('<name>')
    .action(async (name: string, options: ServerOptions) => {
      const api = await openApi(options, context);
      const path = `/v1/projections/${encodeURIComponent(name)}/rebuild`;
      const { version } = await api.json<{ version: number }>(path, { method: 'POST' });
      print(context, `${name}: version ${version}`);
    });
}

function replayCommand(context: Context): Command {
  return talksToServer(new Command('replay-parked'))
    .description('applies parked events again')
    .argument('<name>')
    .action(async (name: string, options: ServerOptions) => {
      const api = await openApi(options, context);
      const path = `/v1/projections/${encodeURIComponent(name)}/parked/replay`;
      const answer = await api.json<{ replayed: number; stillParked: number }>(path, { method: 'POST' });
      const words = { en: ['replayed', 'still parked'], de: ['angewandt', 'weiter geparkt'] }[
        context.language
      ];
      print(context, `${name}: ${answer.replayed} ${words[0]}, ${answer.stillParked} ${words[1]}`);
    });
}

function dropCommand(context: Context): Command {
  return talksToServer(new Command('drop'))
    .description('drops a retired or failed version with its tables')
    .argument('<name>')
    .argument('<version>', 'number of the version', wholeNumber('VERSION', 1))
    .action(async (name: string, version: number, options: ServerOptions) => {
      const api = await openApi(options, context);
      const path = `/v1/projections/${encodeURIComponent(name)}/versions/${version}`;
      await api.request(path, { method: 'DELETE' });
      print(context, `${name}: version ${version} ${{ en: 'dropped', de: 'gelöscht' }[context.language]}`);
    });
}
