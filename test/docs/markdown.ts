import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(__dirname, '../..');

export function readDocument(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The rows of the table that follows a comment `<!-- checked: name -->`, a text per column, without padding. */
export function tableBehind(document: string, name: string): string[][] {
  const lines = document.split('\n');
  const start = lines.indexOf(`<!-- checked: ${name} -->`);
  if (start < 0) throw new Error(`There is no table marked "checked: ${name}".`);
  const table = lines.slice(lines.findIndex((line, at) => at > start && line.startsWith('|')));
  const length = table.findIndex((line) => !line.startsWith('|'));
  // Without the heading and the line below it.
  return table.slice(2, length < 0 ? undefined : length).map(cellsOf);
}

function cellsOf(line: string): string[] {
  const cells = line.split(/(?<!\\)\|/).slice(1, -1);
  return cells.map((cell) => cell.trim().replace(/\\([_*|])/g, '$1'));
}

/** All Markdown files of the repository that people read. */
export function documents(): string[] {
  const found = ['docs', 'libs', 'apps', 'docker', 'test'].flatMap(markdownIn);
  const root = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  return [...root, ...found.map((path) => relative(ROOT, path))].sort();
}

function markdownIn(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name));
}
