import { linesOf } from '@lueckenlos/replay/engine';
import { createReadStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import type { Shelf } from './formats/ocel';

/** Keeps texts without line ends as lines of a file. */
export class FileShelf implements Shelf {
  constructor(private readonly file: string) {}

  async add(texts: readonly string[]): Promise<void> {
    await appendFile(this.file, texts.map((text) => `${text}\n`).join(''));
  }

  async *texts(): AsyncGenerator<readonly string[]> {
    // A reader of a file that was never written would fail.
    await this.add([]);
    yield* linesOf(createReadStream(this.file));
  }
}
