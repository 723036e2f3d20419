import { renderTable } from '@lueckenlos/terminal';
import { Command } from 'commander';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import { print, widthOf, type Context } from '../context';

/** The answer of `GET /v1/me`. */
interface Me {
  readonly clientId: string;
  readonly role: string;
  readonly scopes: readonly string[];
  readonly agency: string | null;
  readonly maySend: { readonly stages: readonly string[]; readonly types: readonly string[] } | null;
}

/** Says who one is to the server, and what one may do and send. */
export function whoamiCommand(context: Context): Command {
  return talksToServer(new Command('whoami'))
    .description('says who you are to the server, and what you may do and send')
    .action(async (options: ServerOptions) => {
      const api = await openApi(options, context);
      const me = await api.json<Me>('/v1/me');
      print(
        context,
        renderTable([{ head: 'Is' }, { head: '', wraps: true }], linesOf(me), { width: widthOf(context) }),
      );
    });
}

function linesOf({ clientId, role, scopes, agency, maySend }: Me): string[][] {
  const lines = [
    ['client', clientId],
    ['role', role],
    ['scopes', scopes.join(', ')],
  ];
  if (agency !== null) lines.push(['agency', agency]);
  if (maySend)
    lines.push(['may send stages', maySend.stages.join(', ')], ['may send types', maySend.types.join(', ')]);
  return lines;
}
