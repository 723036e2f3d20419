import { until } from '@lueckenlos/platform/testing';
import { gzipSync } from 'node:zlib';
import { jsonOf } from './json';
import type { RunningSystem } from './start-system';

/** Imports lines of events and waits until the job is completed; none may be rejected. */
export async function importLines(
  system: RunningSystem,
  lines: readonly string[],
  compressed = false,
): Promise<void> {
  const file = Buffer.from(`${lines.join('\n')}\n`);
  const authorization = `Bearer ${await system.token('data-migration')}`;
  const headers: Record<string, string> = { authorization, 'content-type': 'application/x-ndjson' };
  if (compressed) headers['content-encoding'] = 'gzip';
  const body = new Uint8Array(compressed ? gzipSync(file) : file);
  const { id } = await jsonOf<{ id: string }>(
    await fetch(`${system.url}/v1/imports`, { method: 'POST', headers, body }),
    202,
  );
  const job = await until(
    async () => {
      const answer = await system.send('data-migration', 'GET', `/v1/imports/${id}`);
      const view = await jsonOf<{ state: string; rows: number; rejected: number }>(answer);
      return view.state === 'completed' ? view : null;
    },
    { what: 'the import', timeoutMs: 240_000 },
  );
  expect(job).toMatchObject({ rows: lines.length, rejected: 0 });
}

/** The position of the last event in the log. */
export async function headOf(system: RunningSystem): Promise<string> {
  const [status] = await jsonOf<{ head: string }[]>(await system.send('operator', 'GET', '/v1/projections'));
  return String(status?.head);
}
