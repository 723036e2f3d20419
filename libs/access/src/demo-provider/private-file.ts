import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The JSON of a file that only its owner may read; undefined where there is no such file. */
export async function readPrivateJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON. Delete it, and new secrets are made at the next start.`, {
      cause: error,
    });
  }
}

/** Writes the file as a whole or not at all: whoever waits for it never reads half of a secret. */
export async function writePrivateJson(path: string, content: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  // The mode above holds only for a new file, and a draft may lie there from a crash.
  await chmod(draft, 0o600);
  await rename(draft, path);
}
