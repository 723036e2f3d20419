import { ProjectionOperations } from '@lueckenlos/projections';
import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { findFilling } from './fill-store';
import type { Narrator } from './narrator';

const LOOK_EVERY_MS = 200;

/** Shows the filling until all its rows are recorded, and says how many events came of it. */
export async function watchImport(
  app: INestApplicationContext,
  narrator: Narrator,
  expectedEvents: number,
): Promise<number> {
  const progress = narrator.progress('importing', expectedEvents);
  try {
    for (;;) {
      const job = await findFilling(app);
      progress.update(job?.rows ?? 0);
      if (job?.state === 'completed') return job.accepted;
      if (job?.state === 'failed' || job?.state === 'cancelled')
        throw new Error(`The demo import has ${job.state}.`);
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    progress.stop();
  }
}

/** Shows the read models until they have reached the head of the log. */
export async function watchProjections(app: INestApplicationContext, narrator: Narrator): Promise<void> {
  const standing = (): Promise<{ head: number; position: number }> => standingOf(app);
  const first = await standing();
  if (first.position >= first.head && first.head > 0) return;
  const progress = narrator.progress('projecting', first.head);
  try {
    for (let now = first; now.position < now.head || now.head === 0; now = await standing()) {
      progress.update(now.position);
      await pause(LOOK_EVERY_MS);
    }
    progress.update(first.head);
  } finally {
    progress.stop();
  }
}

async function standingOf(app: INestApplicationContext): Promise<{ head: number; position: number }> {
  const versions = await app.get(ProjectionOperations).status();
  const live = versions.filter(({ state }) => state === 'live');
  const head = Math.max(0, ...live.map((version) => Number(version.head)));
  return { head, position: Math.min(head, ...live.map((version) => Number(version.position))) };
}
