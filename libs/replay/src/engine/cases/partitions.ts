import { createReadStream } from 'node:fs';
import { appendFile, mkdir, rm } from 'node:fs/promises';
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
  /** Bytes by number of the file. */
  private readonly sizes = new Map<number, number>();

  /** @param level another one spreads the same keys in another way */
  constructor(
    private readonly folder: string,
    readonly level = 0,
  ) {}

  async add(lines: Iterable<KeyedLine>): Promise<void> {
    const texts = new Map<number, string[]>();
    for (const { key, line } of lines) {
      const part = hash(key, this.level) % COUNT;
      const text = texts.get(part);
      if (text) text.push(line, '\n');
      else texts.set(part, [line, '\n']);
    }
    if (this.sizes.size === 0) await mkdir(this.folder, { recursive: true });
    for (const [part, text] of texts) {
      const bytes = Buffer.from(text.join(''));
      await appendFile(this.path(part), bytes);
      this.sizes.set(part, (this.sizes.get(part) ?? 0) + bytes.length);
    }
  }

  /** One file after another; each is removed once the next one is asked for. */
  async *files(): AsyncGenerator<PartitionFile> {
    for (const [part, bytes] of this.sizes) {
      const path = this.path(part);
      yield { bytes, lines: () => linesOf(createReadStream(path)) };
      await rm(path);
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

/** FNV-1a, begun with the level. */
function hash(key: string, level: number): number {
  let value = 0x811c9dc5 ^ level;
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
