import { PassThrough } from 'node:stream';
import { RefusedError } from '../client/refused-error';
import { UnreachableError } from '../client/unreachable-error';
import { followJob } from './follow-job';
import type { ImportJob } from './job';

const job: ImportJob = {
  id: 'j1',
  state: 'running',
  rows: 10,
  accepted: 10,
  duplicates: 0,
  rejected: 0,
  digest: '',
};
const problem = { title: 'Busy', detail: '', code: '', instance: '', errors: [] };
const away = new UnreachableError(new URL('http://town'), new Error('gone'));
const busy = new RefusedError({ ...problem, status: 503 });
const refused = new RefusedError({ ...problem, status: 404 });

/** Follows a job on a server that gives these answers, one after the other. */
function followed(...answers: (ImportJob | Error)[]): Promise<ImportJob> {
  const api = {
    json: <T>(path: string): Promise<T> => {
      expect(path).toBe('/v1/imports/j1');
      const answer = answers.shift();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as T);
    },
  };
  return followJob(api, 'j1', 10, { stderr: new PassThrough(), language: 'en' });
}

describe('waiting for an import', () => {
  it('ends with the job', async () => {
    const done: ImportJob = { ...job, state: 'completed' };
    expect(await followed({ ...job, state: 'queued' }, job, done)).toBe(done);
  });

  it('outlives a restart of the server', async () => {
    const done: ImportJob = { ...job, state: 'failed' };
    expect(await followed(job, away, busy, done)).toBe(done);
  });

  it('gives up where the answer is no', async () => {
    await expect(followed(job, refused)).rejects.toBe(refused);
  });
});
