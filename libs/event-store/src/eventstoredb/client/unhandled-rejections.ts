import { kindOf } from './error-kind';

/** Lost connections and changes of the leader: their calls have been told by other ways. */
const HARMLESS: ReadonlySet<string> = new Set(['away', 'not-leader', 'busy']);

let installed = false;

/**
 * The client leaves rejections unhandled when a connection is lost or a leader changes while it writes; each would
 * end the process. Any other one still does: it goes where errors go that nobody caught.
 */
export function tolerateLostCalls(): void {
  if (installed) return;
  installed = true;
  process.on('unhandledRejection', (reason) => {
    if (comesFromClient(reason) && HARMLESS.has(kindOf(reason))) return;
    setImmediate(() => {
      throw reason instanceof Error ? reason : new Error('Unhandled rejection', { cause: reason });
    });
  });
}

function comesFromClient(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const code: unknown = 'code' in reason ? reason.code : undefined;
  const type: unknown = 'type' in reason ? reason.type : undefined;
  return code === 14 || type === 'unavailable' || type === 'not-leader';
}
