import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads one statement from an `.sql` file beside the code: `loadSql(__dirname, 'append.sql')`. */
export function loadSql(directory: string, file: string): string {
  return readFileSync(join(directory, file), 'utf8');
}
