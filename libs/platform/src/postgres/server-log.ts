import { closeSync, openSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';

const KEPT_BYTES = 5 * 1024 * 1024;

/** The server's own log file. It is a file and no pipe, so that the server outlives us without losing its voice. */
export class ServerLog {
  private start = 0;

  constructor(readonly file: string) {}

  /** Opens the file for a server that is about to start; an old and long one begins anew. */
  open(): { descriptor: number; close(): void } {
    const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
    this.start = size > KEPT_BYTES ? 0 : size;
    const descriptor = openSync(this.file, size > KEPT_BYTES ? 'w' : 'a', 0o600);
    return { descriptor, close: () => closeSync(descriptor) };
  }

  /** The last lines that the server wrote since it was started. */
  async lastLines(count = 20): Promise<string> {
    const handle = await open(this.file, 'r');
    try {
      const { size } = await handle.stat();
      const from = Math.max(this.start, size - 64 * 1024);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
      return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-count).join('\n');
    } finally {
      await handle.close();
    }
  }
}
