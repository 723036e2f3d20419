import { createReadStream } from 'node:fs';
import { appendFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf } from '../log/lines';

const COUNT = 64;

/** A line of text that belongs together with all others of its key. */
export interface KeyedLine {
  readonly key: string;
  readonly line: string;
}

export interface PartitionFile {
  readonly bytes: number;
  /** Its lines, some at a time. */
  lines(): AsyncGenerator<string[]>;
}

/** Lines in files, by a hash of their key: all lines of one key stand in one file, in the order in which they came. */
export class Partitions {
  private isThere = false;

  /** @param level another one spreads the same keys in another way */
  constructor(
    private readonly folder: string,
    readonly level = 0,
  ) {}

  async add(lines: Iterable<KeyedLine>): Promise<void> {
    const texts: string[][] = Array.from({ length: COUNT }, () => []);
    for (const { key, line } of lines) texts[hash(key, this.level) % COUNT]?.push(line, '\n');
    if (!this.isThere) await mkdir(this.folder, { recursive: true });
    this.isThere = true;
    for (const [part, text] of texts.entries()) {
      if (text.length > 0) await appendFile(this.path(part), text.join(''));
    }
  }

  /** One file after another; each is removed once the next one is asked for. */
  async *files(): AsyncGenerator<PartitionFile> {
    for (let part = 0; part < COUNT; part++) {
      const path = this.path(part);
      const bytes = await sizeOf(path);
      if (bytes > 0) yield { bytes, lines: () => linesOf(createReadStream(path)) };
      await rm(path, { force: true });
    }
  }

  /** Where the lines of one file go that is too large. */
  finer(): Partitions {
    return new Partitions(this.folder, this.level + 1);
  }

  private path(part: number): string {
    return join(this.folder, `${this.level}-${part}`);
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}

/** FNV-1a, begun with the level. */
function hash(key: string, level: number): number {
  let value = 0x811c9dc5 ^ level;
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
