import { keysOfSecret, replay, replayCurves, ReplayFault, type ReplayTask } from '../../engine';
import type { OrderedTask, WorkerMessage, WorkerOrder } from './messages';

/** What a process of its own runs: a replay takes long, and its memory is not that of the server. */
export const WORKER = __filename;

/** Events between two words about progress. */
const STEP = 10_000;

async function work({ task, upTo, ...reading }: WorkerOrder): Promise<WorkerMessage> {
  let told = 0;
  const onProgress = (events: number): void => {
    if (events - told < STEP) return;
    told = events;
    tell({ events });
  };
  try {
    const options = { ...reading, upTo, onProgress };
    if ('curves' in task) return { replayed: await replayCurves(process.stdin, task.curves, options) };
    return { replayed: await replay(process.stdin, withKeys(task), options) };
  } catch (error) {
    if (error instanceof ReplayFault) return { fault: { code: error.code, params: error.params } };
    return { error: error instanceof Error ? (error.stack ?? error.name) : String(error) };
  }
}

function withKeys(task: Exclude<OrderedTask, { curves: unknown }>): ReplayTask {
  if (!('release' in task)) return task;
  const { secret, ...release } = task.release;
  return { ...task, release: { ...release, keys: keysOfSecret(secret) } };
}

function tell(message: WorkerMessage, then?: () => void): void {
  process.send?.(message, undefined, {}, then);
}

if (require.main === module) {
  process.once('message', (order: WorkerOrder) => {
    // What the log still holds is of no use any more.
    void work(order).then((message) => tell(message, () => process.exit(0)));
  });
}
