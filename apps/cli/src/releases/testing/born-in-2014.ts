import { readFileSync } from 'node:fs';

/** What was sent of some of the children of one year: few cells, so that an attack takes seconds. */
export function bornIn2014(file: string): string {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const subjectOf = (line: string): string => (JSON.parse(line) as { subject: string }).subject;
  const births = lines.filter((line) => line.includes('"stage":"birth"') && line.includes('"2014-'));
  const some = new Set(births.map(subjectOf));
  return lines.filter((line) => some.has(subjectOf(line))).join('\n');
}
