import type { StreamingRead } from '@eventstore/db-client';
import { SilenceError } from './silence';

/**
 * Everything that a read brings. Gives up when nothing comes for too long, and then cancels: a call that is left open
 * counts for ever, and with about a hundred of them a client hangs.
 */
export function drain<T>(reading: StreamingRead<T>, silenceMs: number): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const events: T[] = [];
    const cancel = (): void => {
      // Not waited for: on a connection that is being made for ever this never settles.
      reading.cancel().catch(() => undefined);
    };
    const patience = setTimeout(() => {
      cancel();
      reject(new SilenceError('read'));
    }, silenceMs);
    reading.on('data', (event: T) => {
      patience.refresh();
      events.push(event);
    });
    reading.once('end', () => {
      clearTimeout(patience);
      resolve(events);
    });
    // Stays on: an error that comes after the cancellation must find a listener too.
    reading.on('error', (error: Error) => {
      clearTimeout(patience);
      if (isNotFound(error)) resolve([]);
      else reject(error);
    });
  });
}

function isNotFound(error: Error): boolean {
  return 'type' in error && error.type === 'stream-not-found';
}
