import { constants, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { usageError } from '../errors/cli-error';
import { reasonOf } from '../errors/code-of';

const EXISTS = {
  en: '{file} is there already. Give another name, or remove it.',
  de: '{file} gibt es schon. Nennen Sie einen anderen Namen, oder entfernen Sie die Datei.',
};
const UNDER_WAY = {
  en: '{folder} is there: an export to this file is under way, or was killed. Remove it, then try again.',
  de: '{folder} gibt es: Ein Export in diese Datei läuft noch oder wurde abgebrochen. Entfernen Sie den Ordner zuerst.',
};
const UNWRITABLE = {
  en: 'Cannot write to {file} ({reason}).',
  de: 'In {file} lässt sich nicht schreiben ({reason}).',
};

/**
 * Writes a file that is there as a whole or not at all, with a folder beside it for what is needed on the way. Both bear the name of
 * the file and an end; neither outlives the work.
 */
export async function writeWhole(
  file: string,
  chunksOf: (folder: string) => AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (await isThere(file)) throw usageError(EXISTS, { file });
  const [draft, folder] = [`${file}.unfinished`, `${file}.parts`];
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    const reason = reasonOf(error);
    throw reason === 'EEXIST' ? usageError(UNDER_WAY, { folder }) : usageError(UNWRITABLE, { file, reason });
  });
  try {
    await pipeline(chunksOf(folder), createWriteStream(draft, { mode: 0o600 }));
    await rename(draft, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(draft, { force: true });
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}
