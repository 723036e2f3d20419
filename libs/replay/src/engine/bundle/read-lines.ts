import { createReadStream } from 'node:fs';
import { linesOf } from '../log/lines';

/** The lines of a file, one after another. */
export async function* fileLines(path: string): AsyncGenerator<string> {
  for await (const lines of linesOf(createReadStream(path))) yield* lines;
}
