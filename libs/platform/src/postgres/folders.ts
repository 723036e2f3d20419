import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const SEARCH_BY_OTHERS = 0o001;

/** Makes the data folder. The unprivileged server of a root process must be able to pass through it. */
export async function makeDataFolder(folder: string, asRoot: boolean): Promise<void> {
  await mkdir(folder, { recursive: true, mode: asRoot ? 0o711 : 0o700 });
}

/**
 * Lets other users pass through the folder and its parents (not list them): the way to a data folder below
 * a private home or temporary folder is closed to the server otherwise.
 */
export async function openTheWay(folder: string, log: (line: string) => void): Promise<void> {
  for (let path = folder; ; path = dirname(path)) {
    const { mode } = await stat(path);
    if (!(mode & SEARCH_BY_OTHERS)) {
      log(`Lets other users pass through the folder ${path}, because PostgreSQL does not run as root`);
      await chmod(path, (mode & 0o7777) | SEARCH_BY_OTHERS);
    }
    if (path === dirname(path)) {
      return;
    }
  }
}
