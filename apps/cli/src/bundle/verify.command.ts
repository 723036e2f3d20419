import { loadConfig, VERSION } from '@lueckenlos/platform/config';
import { isSound, tellVerdict, verifyBundle } from '@lueckenlos/replay/engine';
import { Command } from 'commander';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { note, print, type Context } from '../context';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';
import { EXIT } from '../errors/exit-code';
import { inTemporaryFolder } from './in-temporary-folder';
import { unpackTar } from './unpack-tar';

const UNREADABLE = {
  en: '{file} is no bundle that can be read ({reason}).',
  de: '{file} ist kein lesbares Prüfpaket ({reason}).',
};
const OTHER_VERSION = {
  en: 'The bundle was written by version {0}, this is {1}: what differs may be the fold. Its own verify.js has that of the time.',
  de: 'Das Paket schrieb Version {0}, dies ist {1}: Abweichen kann auch die Rechnung. Die von damals hat sein eigenes verify.js.',
};

/** Verifies a bundle, as the program in it does. */
export function verifyCommand(context: Context): Command {
  return new Command('verify')
    .description('verifies a bundle, packed or unpacked: every file, then the release, counted again')
    .argument('<bundle>', 'archive or folder')
    .action((bundle: string) => inTemporaryFolder((folder) => verify(bundle, folder, context)));
}

async function verify(bundle: string, folder: string, context: Context): Promise<void> {
  const memory = loadConfig(context.environment).replayMemory * 2 ** 20;
  const reading = { folder: join(folder, 'spill'), memory };
  const verdict = await verifyBundle(await unpacked(bundle, join(folder, 'bundle')), reading, VERSION).catch(
    (error: unknown) => {
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT')
        throw usageError(UNREADABLE, { file: bundle, reason: reasonOf(error) });
      throw error;
    },
  );
  const { codeVersion } = verdict.manifest;
  if (codeVersion !== VERSION)
    note(context, OTHER_VERSION[context.language].replace('{0}', codeVersion).replace('{1}', VERSION));
  print(context, tellVerdict(verdict, context.language).join('\n'));
  if (!isSound(verdict)) context.outcome.exitCode = EXIT.refused;
}

async function unpacked(bundle: string, folder: string): Promise<string> {
  try {
    if ((await stat(bundle)).isDirectory()) return bundle;
    await mkdir(folder);
    await unpackTar(bundle, folder);
    return folder;
  } catch (error) {
    throw usageError(UNREADABLE, { file: bundle, reason: reasonOf(error) });
  }
}
