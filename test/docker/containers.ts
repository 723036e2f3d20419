import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** A file of the repository as text. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const exists = (path: string): boolean => existsSync(join(ROOT, path));

/** The processes there are. */
export const apps = (): string[] => readdirSync(join(ROOT, 'apps')).sort();

/** The stages of the Dockerfile by name, each with its instructions. */
export function stages(): Map<string, string> {
  const parts = read('docker/Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  return new Map(parts.map((part) => [/^\S+ AS (\S+)/.exec(part)?.[1] ?? '', part]));
}

/** What stands below a key of the first level of the Compose file, by the keys of the second. */
export function section(name: string): Map<string, string> {
  const [, text = ''] = read('docker-compose.yml').split(new RegExp(`^${name}:\\n`, 'm'));
  const entries = (text.split(/^\S/m)[0] ?? '').split(/^ {2}(?=[a-z0-9-]+:)/m).slice(1);
  return new Map(entries.map((entry) => [entry.slice(0, entry.indexOf(':')), entry]));
}
