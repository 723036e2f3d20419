import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const LINE_DIGITS = 8;

/** SHA-256 of a file, hexadecimal. */
export async function fileSum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}

/** Enough to find a line that was changed; that none was is said by the sum of the file. */
export function lineSum(line: string): string {
  return createHash('sha256').update(line, 'utf8').digest('hex').slice(0, LINE_DIGITS);
}
