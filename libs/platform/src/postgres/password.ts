import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The password of the embedded server: random, made once, readable by us alone. */
export async function serverPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres-password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw error;
    }
  }
  const password = randomBytes(24).toString('base64url');
  // 'wx': of two processes that start at once, one is refused instead of locking the other out.
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}
