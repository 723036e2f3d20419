import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReplayFault, type CurvesReplay, type Replay } from '../../engine';
import type { WorkerAnswer, WorkerMessage, WorkerOrder } from './messages';
import { WORKER } from './worker';

/** The worker ended without a word: it was killed, or took more memory than there is. */
export class WorkerGoneError extends Error {
  override readonly name = 'WorkerGoneError';
}

/**
 * Replays in a process of its own, which takes the log as fast as it can.
 * @throws ReplayFault where the log can't be replayed; WorkerGoneError; the reason of the signal once it is aborted
 */
export async function runInWorker(
  lines: AsyncIterable<string>,
  order: Omit<WorkerOrder, 'folder'>,
  { onProgress, signal }: { readonly onProgress: (events: number) => void; readonly signal: AbortSignal },
): Promise<Replay | CurvesReplay> {
  const folder = await mkdtemp(join(tmpdir(), 'lueckenlos-replay-'));
  const child = fork(WORKER, {
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: process.env,
    signal,
  });
  try {
    child.on('error', () => undefined);
    const answer = new Promise<WorkerAnswer | null>((resolve) => {
      child.on('message', (message: WorkerMessage) => {
        if ('events' in message) onProgress(message.events);
        else resolve(message);
      });
      child.once('exit', () => resolve(null));
    });
    child.send({ ...order, folder } satisfies WorkerOrder);
    // A worker that has an answer before the end of the log takes no more of it.
    const fed = pipeline(Readable.from(lines, { objectMode: false }), child.stdin as NodeJS.WritableStream);
    const failure = fed.then(
      () => null,
      (error: unknown) => error,
    );
    const message = await answer;
    signal.throwIfAborted();
    if (message === null) throw readingError(await failure) ?? new WorkerGoneError();
    if ('replayed' in message) return message.replayed;
    if ('fault' in message) throw new ReplayFault(message.fault.code, message.fault.params);
    throw new Error(message.error);
  } finally {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the log could not be read, that is why; a closed pipe says only that the worker is gone. */
function readingError(error: unknown): Error | null {
  return error instanceof Error && !('syscall' in error) ? error : null;
}

async function ended(child: ReturnType<typeof fork>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
