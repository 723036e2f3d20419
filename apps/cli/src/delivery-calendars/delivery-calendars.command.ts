import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import { print, type Context } from '../context';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';

const UNREADABLE = {
  en: 'Cannot read {file} ({code}).',
  de: '{file} lässt sich nicht lesen ({code}).',
};

/** What agencies announce to deliver: shows it, announces it anew. */
export function deliveryCalendarsCommand(context: Context): Command {
  return new Command('delivery-calendars')
    .description('what an agency announces to deliver: shows it, or announces it from a file')
    .addCommand(showCommand(context))
    .addCommand(announceCommand(context));
}

function showCommand(context: Context): Command {
  return talksToServer(new Command('show'))
    .description('shows what an agency announces, as JSON')
    .argument('<agency>')
    .option('--known-before <instant>', 'as it was recorded before, as 2026-07-01T00:00:00Z')
    .action(async (agency: string, options: ServerOptions & { readonly knownBefore?: string }) => {
      const query = { knownBefore: options.knownBefore };
      const calendar = await (await openApi(options, context)).json(pathOf(agency), { query });
      print(context, JSON.stringify(calendar, null, 2));
    });
}

function announceCommand(context: Context): Command {
  return talksToServer(new Command('announce'))
    .description('announces what an agency delivers, in place of what it announced before')
    .argument('<agency>')
    .argument('<file>', 'the calendar as JSON, as `show` prints it')
    .action(async (agency: string, file: string, options: ServerOptions) => {
      const body = once(await bytesOf(file));
      const headers = { 'content-type': 'application/json' };
      const api = await openApi(options, context);
      const calendar = await api.json(pathOf(agency), { method: 'PUT', headers, body });
      print(context, JSON.stringify(calendar, null, 2));
    });
}

function pathOf(agency: string): string {
  return `/v1/delivery-calendars/${encodeURIComponent(agency)}`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw usageError(UNREADABLE, { file, code: reasonOf(error) });
  }
}
