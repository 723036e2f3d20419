import { databaseFault, Trouble, type Config, type Logger } from '@lueckenlos/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { openWaitingRoom, type WaitingRoom } from './waiting-room';

export interface Waiting {
  readonly config: Pick<Config, 'host' | 'port'>;
  readonly logger: Logger;
  readonly retryMs?: number;
}

/**
 * Does a part of the start that needs the database, and waits where that is away, full, or lets nobody in: all of this
 * may be mended on its side, and the process then goes on by itself. Meanwhile it says what it waits for.
 */
export async function whenDatabaseServes<T>(
  work: () => Promise<T>,
  { config, logger, retryMs = 1_000 }: Waiting,
): Promise<T> {
  const trouble = new Trouble(logger, { part: 'database' });
  let room: WaitingRoom | undefined;
  try {
    for (;;) {
      try {
        const result = await work();
        trouble.passed();
        return result;
      } catch (error) {
        if (!databaseFault(error)) throw error;
        trouble.met(error);
      }
      if (!room) {
        room = await openWaitingRoom(config, () => trouble.fault);
        logger.info({ port: room.port }, 'Answers that it is not ready');
      }
      await pause(retryMs);
    }
  } finally {
    await room?.close();
  }
}
