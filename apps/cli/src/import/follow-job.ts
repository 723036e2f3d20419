import { createProgress } from '@lueckenlos/terminal';
import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from '../client/api';
import { RefusedError } from '../client/refused-error';
import { UnreachableError } from '../client/unreachable-error';
import type { Context } from '../context';
import { isFinished, pathOf, type ImportJob } from './job';

const LABEL = { en: 'Recording', de: 'Speichere' };
const UNIT = { en: 'rows', de: 'Zeilen' };

/** Every question leaves an entry in the access log: soon at first, for small files, then rarely. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const SLOWER = 1.5;

/** A job outlives a restart of the server; so does waiting for it. */
const PATIENCE_MS = 60_000;

/** Waits until a job is finished and shows how far it is. */
export async function followJob(
  api: Pick<Api, 'json'>,
  id: string,
  rows: number | undefined,
  { stderr, language }: Pick<Context, 'stderr' | 'language'>,
): Promise<ImportJob> {
  const total = rows === undefined ? {} : { total: rows };
  const progress = createProgress({
    stream: stderr,
    label: LABEL[language],
    unit: UNIT[language],
    language,
    ...total,
  });
  const ask = patient(() => api.json<ImportJob>(pathOf(id)));
  try {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(LONGEST_PAUSE_MS, wait * SLOWER)) {
      const job = await ask();
      if (job) progress.update(job.rows);
      if (job && isFinished(job)) return job;
      await pause(wait);
    }
  } finally {
    progress.stop();
  }
}

/** Answers null while the server is away, for as long as patience lasts. */
function patient<T>(ask: () => Promise<T>): () => Promise<T | null> {
  let lastAnswer = performance.now();
  return async () => {
    try {
      const answer = await ask();
      lastAnswer = performance.now();
      return answer;
    } catch (error) {
      const passing = error instanceof UnreachableError || (error instanceof RefusedError && error.isPassing);
      if (passing && performance.now() - lastAnswer < PATIENCE_MS) return null;
      throw error;
    }
  };
}
