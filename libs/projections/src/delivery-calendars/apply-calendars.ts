import { readCalendar } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const SAVE = loadSql(join(__dirname, 'sql'), 'save-calendar.sql');

/** Keeps what an agency announces. From the first announcement of a stage on, its cases are counted by deadline. */
export async function saveCalendar(tx: PoolClient, event: StoredEvent): Promise<readonly string[]> {
  const { agency, deliveries } = readCalendar(event);
  const { position, metadata } = event;
  await tx.query(SAVE, [position.toString(), agency, metadata.knownAt, JSON.stringify(deliveries)]);
  return deliveries.flatMap(({ stages }) => stages);
}
