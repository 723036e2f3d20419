import { latestPublished, RELEASED_TABLES, type ReleasedTables } from '@lueckenlos/figures';
import { LIFE_CHAIN_ID } from '@lueckenlos/krefeld';
import { CLOCK, type Clock } from '@lueckenlos/platform';
import { Publisher } from '@lueckenlos/releases';
import type { INestApplicationContext } from '@nestjs/common';
import { latestCompleteMonth } from './fill-options';

/** The client in whose name the demo publishes. */
const STATISTICS_UNIT = 'statistics-unit';

/**
 * Publishes the town as of the latest month that is over, the first time; from then on releases are the statistics unit's, which may
 * have withdrawn this one.
 */
export async function publishFirstRelease(app: INestApplicationContext): Promise<void> {
  const asOf = latestCompleteMonth(app.get<Clock>(CLOCK)());
  const label = `Erste Veröffentlichung / First release: ${asOf}`;
  await app.get(Publisher).publishFirst({ chain: LIFE_CHAIN_ID, asOf, label }, STATISTICS_UNIT);
}

/** The drop-offs of the whole town along the life chain, as a coordinator sees them; null where all was withdrawn. */
export function coordinatorsFigure(app: INestApplicationContext): ReturnType<typeof latestPublished> {
  return latestPublished(app.get<ReleasedTables>(RELEASED_TABLES), LIFE_CHAIN_ID);
}
