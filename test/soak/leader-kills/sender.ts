import { until } from '@lueckenlos/platform/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { jsonOf } from '../../system/json';
import type { RunningSystem } from '../../system/start-system';

/** An election takes some seconds; an import waits for several. */
const PATIENCE_MS = 300_000;
const AGAIN_MS = 200;

/** What an agency was told: these ids are in the log, at these places where it was told places. */
export interface Acknowledged {
  readonly id: string;
  readonly position?: string;
}

export interface Answered {
  readonly acknowledged: readonly Acknowledged[];
  /** How often the same was sent before there was an answer. */
  readonly repeats: number;
}

/** A way in: sends lines until they are acknowledged, however often that takes. */
export type Sender = (system: RunningSystem, lines: readonly string[]) => Promise<Answered>;

/** One event. */
export const sendOne: Sender = async (system, [line = '']) => {
  const { answer, repeats } = await repeated(() => post(system, line, 'application/cloudevents+json'));
  return { acknowledged: [await jsonOf<Acknowledged>(answer, answer.status)], repeats };
};

/** A batch; none of its lines may be refused. */
export const sendBatch: Sender = async (system, lines) => {
  const body = `[${lines.join(',')}]`;
  const { answer, repeats } = await repeated(() => post(system, body, 'application/cloudevents-batch+json'));
  const report = await jsonOf<{ rejected: number; results: Acknowledged[] }>(answer);
  if (report.rejected > 0) throw new Error(`A batch refused rows: ${JSON.stringify(report.results)}`);
  return { acknowledged: report.results, repeats };
};

/** A file: uploaded once, taken in by a job that has to live through everything. */
export const sendFile: Sender = async (system, lines) => {
  const file = `${lines.join('\n')}\n`;
  const answer = await system.send('data-migration', 'POST', '/v1/imports', file, {
    type: 'application/x-ndjson',
  });
  const { id } = await jsonOf<{ id: string }>(answer, 202);
  const job = await until(() => completed(system, id), {
    what: `import ${id} to be completed`,
    timeoutMs: PATIENCE_MS,
    intervalMs: AGAIN_MS,
  });
  if (job.rejected > 0) throw new Error(`An import refused rows: ${await firstRejection(system, id)}`);
  return { acknowledged: lines.map((line) => ({ id: idOf(line) })), repeats: 0 };
};

interface Job {
  readonly state: string;
  readonly rejected: number;
}

async function completed(system: RunningSystem, id: string): Promise<Job | null> {
  const job = await jsonOf<Job>(await system.send('data-migration', 'GET', `/v1/imports/${id}`));
  if (job.state === 'failed') throw new Error('An import failed.');
  return job.state === 'completed' ? job : null;
}

async function firstRejection(system: RunningSystem, id: string): Promise<string | undefined> {
  const answer = await system.send('data-migration', 'GET', `/v1/imports/${id}/rejections`);
  return (await answer.text()).split('\n')[0];
}

function post(system: RunningSystem, body: string, type: string): Promise<Response> {
  return system.send('data-migration', 'POST', '/v1/events', body, { type });
}

/** Sends the same again while the answer is that nobody knows, or that too much waits. */
async function repeated(send: () => Promise<Response>): Promise<{ answer: Response; repeats: number }> {
  const until = performance.now() + PATIENCE_MS;
  for (let repeats = 0; ; repeats++) {
    const answer = await send();
    if (answer.status !== 503) return { answer, repeats };
    if (performance.now() > until) throw new Error('The log did not come back.');
    await answer.arrayBuffer();
    await pause(AGAIN_MS);
  }
}

export function idOf(line: string): string {
  return (JSON.parse(line) as { id: string }).id;
}
