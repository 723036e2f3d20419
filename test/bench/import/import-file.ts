import { openAsBlob } from 'node:fs';
import { jsonOf } from '../../system/json';
import { mustEqual, waitFor } from '../report/timing';
import type { BenchClient } from '../system/client';
import type { TownFile } from '../system/town';

interface Job {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly digest: string;
}

/** Uploads a file and waits until its last row is recorded. Answers how many events came in. */
export async function importFile(client: BenchClient, file: TownFile): Promise<number> {
  const init = { body: await openAsBlob(file.path), headers: { 'content-type': 'application/x-ndjson' } };
  const answer = await client.send('data-migration', 'POST', '/v1/imports', init);
  const { id } = await jsonOf<Job>(answer, 202);
  const job = await waitFor(async () => {
    const view = await client.get<Job>('data-migration', `/v1/imports/${id}`);
    return view.state === 'queued' || view.state === 'running' ? undefined : view;
  });
  const { state, rows, rejected, digest } = job;
  const expected = { state: 'completed', rows: file.rows, rejected: 0, digest: file.digest };
  mustEqual('import', { state, rows, rejected, digest }, expected);
  mustEqual('rows accounted for', job.accepted + job.duplicates, file.rows);
  return job.accepted;
}
