import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, type Config } from '@lueckenlos/platform';

/** The secret behind the record keys of a series of releases. Whoever has it can take the noise away. */
export interface SeriesKey {
  /** Names the series without giving the secret away. */
  readonly id: string;
  readonly secret: Uint8Array;
}

/** Of a key that is made here, and the fewest of one that somebody else has made. */
const [BYTES, FEWEST] = [32, 24];
const FILE = 'release-series.key';

/**
 * Reads the secret: from the file that the configuration names, or from the data folder, where it is made at first use.
 * @throws ConfigurationError where it can't be read or is too short
 */
export async function openSeriesKey(
  config: Pick<Config, 'dataDir' | 'releaseSeriesKeyFile'>,
): Promise<SeriesKey> {
  const named = config.releaseSeriesKeyFile;
  const path = named ?? join(config.dataDir, FILE);
  if (named === undefined) await makeOnce(config.dataDir, path);
  const secret = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
  if (secret.length < FEWEST) {
    throw new ConfigurationError([
      `LUECKENLOS_RELEASE_SERIES_KEY must name a file with at least ${2 * FEWEST} hexadecimal digits`,
    ]);
  }
  return { id: createHash('sha256').update(secret).digest('hex').slice(0, 16), secret };
}

/** Written beside it and linked: of two processes that start at once the second takes the key of the first. */
async function makeOnce(folder: string, path: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}.new`;
  await writeFile(draft, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}
