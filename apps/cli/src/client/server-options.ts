import { loadConfig } from '@lueckenlos/platform/config';
import { Command, Option } from 'commander';
import type { Context } from '../context';
import { webAddress } from '../options/parsers';
import { Api } from './api';
import { findCredentials } from './find-credentials';
import type { ServerOptions } from './server-options.type';
import { TokenSource } from './token-source';

export type { ServerOptions };

/** Adds them to a command. */
export function talksToServer(command: Command): Command {
  const address = new Option(
    '--url <address>',
    'the server (default: LUECKENLOS_PUBLIC_URL, or this machine)',
  );
  const issuer = new Option(
    '--issuer <address>',
    'OpenID issuer (default: OIDC_ISSUER, or the server’s own)',
  );
  return command
    .addOption(address.argParser(webAddress('--url')))
    .option('--client <name>', 'a client of the credentials file')
    .option('--credentials <file>', 'credentials file, such as demo-credentials.json')
    .option('--client-id <id>', 'client (or LUECKENLOS_CLIENT_ID)')
    .option('--client-secret <secret>', 'its secret (better: LUECKENLOS_CLIENT_SECRET)')
    .addOption(issuer.argParser(webAddress('--issuer')));
}

/** The server that the options name, ready to be asked. */
export async function openApi(options: ServerOptions, { environment, language }: Context): Promise<Api> {
  const url = options.url ?? loadConfig(environment).publicUrl;
  const credentials = await findCredentials({ ...options, url }, environment);
  return new Api(url, new TokenSource(credentials, language), language);
}
