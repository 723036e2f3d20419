import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that other users may pass through: the PostgreSQL of a root process runs as one of them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lueckenlos-folder-'));
  chmodSync(folder, 0o755);
  return folder;
}
