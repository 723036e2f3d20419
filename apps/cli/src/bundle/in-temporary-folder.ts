import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Works with a folder that only its owner may enter, and removes it with all that is in it. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lueckenlos-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
