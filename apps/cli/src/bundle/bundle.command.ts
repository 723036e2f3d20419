import { loadConfig, VERSION } from '@lueckenlos/platform/config';
import { FILES, packModules, VERIFIER, writeBundle } from '@lueckenlos/replay/engine';
import { createProgress } from '@lueckenlos/terminal';
import { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openApi, talksToServer, type ServerOptions } from '../client/server-options';
import { note, type Context } from '../context';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';
import { openLogFile } from '../replay/log-file';
import { releaseSecrets } from '../replay/release-secrets';
import { openRemoteLog } from '../replay/remote-log';
import { inTemporaryFolder } from './in-temporary-folder';
import { packTar } from './pack-tar';

interface BundleOptions extends ServerOptions {
  readonly release: string;
  readonly log?: string;
  readonly out: string;
}

const READING = { en: 'Reading the log', de: 'Protokoll wird gelesen' };
const UNWRITABLE = {
  en: 'Cannot write {file} ({reason}).',
  de: '{file} lässt sich nicht schreiben ({reason}).',
};
const DONE = {
  en: 'The bundle holds pseudonymous data of children and the sealed counts of the release: hand it over closed.',
  de: 'Das Paket enthält pseudonyme Daten von Kindern und die versiegelten Zahlen der Veröffentlichung: verschlossen übergeben.',
};

/** Packs everything that it takes to verify a release into one archive, with new pseudonyms and a program that needs Node alone. */
export function bundleCommand(context: Context): Command {
  return talksToServer(new Command('bundle'))
    .description(
      'packs all that it takes to verify a release elsewhere: log with new pseudonyms, keys, cells, a program',
    )
    .requiredOption('--release <id>', 'the release')
    .requiredOption('--out <file>', 'archive to write (.tar.gz); it must not be there yet')
    .option('--log <file>', 'an exported log instead of that of the server')
    .action((options: BundleOptions) => inTemporaryFolder((folder) => bundle(options, folder, context)));
}

async function bundle({ out, ...options }: BundleOptions, folder: string, context: Context): Promise<void> {
  const { environment, stderr, language } = context;
  const logFile = join(folder, 'log');
  await fetchLog(options, logFile, context);
  const secrets = await releaseSecrets(environment);
  const files = join(folder, 'bundle');
  await mkdir(files);
  const source = {
    logFile,
    release: options.release,
    ...secrets,
    renamingKey: randomBytes(32),
    verifier: packModules(VERIFIER),
    codeVersion: VERSION,
  };
  const memory = loadConfig(environment).replayMemory * 2 ** 20;
  await writeBundle(source, files, { folder: join(folder, 'spill'), memory });
  try {
    await packTar(files, Object.values(FILES), basename(out).replace(/\.(tar\.gz|tgz)$/, ''), out);
  } catch (error) {
    throw usageError(UNWRITABLE, { file: out, reason: reasonOf(error) });
  }
  note({ stderr }, DONE[language]);
}

/** The log as one file: it is read more than once. */
async function fetchLog(options: Omit<BundleOptions, 'out'>, file: string, context: Context): Promise<void> {
  const { stderr, language } = context;
  let tell = (_: number): void => undefined;
  const onBytes = (bytes: number): void => tell(bytes);
  const log =
    options.log === undefined
      ? await openRemoteLog(await openApi(options, context))
      : await openLogFile(options.log, onBytes);
  const progress = createProgress({ ...log, stream: stderr, label: READING[language], language });
  if (log.unit === 'bytes') tell = (bytes) => progress.update(bytes);
  try {
    await pipeline(Readable.from(log.chunks), createWriteStream(file, { mode: 0o600 }));
  } finally {
    progress.stop();
  }
}
