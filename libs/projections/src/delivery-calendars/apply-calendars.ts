import { parseMonth, RHYTHMS, type AnnouncedDelivery } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { ProjectionError } from '../runner/projection-error';

const SAVE = loadSql(join(__dirname, 'sql'), 'save-calendar.sql');

const CALENDAR_DEFINED = 'lueckenlos.delivery-calendar-defined.v1';

export function isCalendar({ type }: StoredEvent): boolean {
  return type === CALENDAR_DEFINED;
}

/** Keeps what an agency announces. From the first announcement of a stage on, its cases are counted by deadline. */
export async function saveCalendar(tx: PoolClient, event: StoredEvent): Promise<readonly string[]> {
  const { position, data, metadata } = event;
  const { agency, deliveries } = data;
  if (typeof agency !== 'string' || !isListOfDeliveries(deliveries)) {
    throw new ProjectionError('is no calendar that deliveries could be reckoned by');
  }
  await tx.query(SAVE, [position.toString(), agency, metadata.knownAt, JSON.stringify(deliveries)]);
  return deliveries.flatMap(({ stages }) => stages);
}

function isListOfDeliveries(value: unknown): value is readonly AnnouncedDelivery[] {
  return (
    Array.isArray(value) &&
    (value as readonly Partial<AnnouncedDelivery>[]).every(
      ({ stages, areas, rhythm, from, until, dueWithinMonths }) =>
        Array.isArray(stages) &&
        (areas === undefined || Array.isArray(areas)) &&
        Object.hasOwn(RHYTHMS, String(rhythm)) &&
        parseMonth(String(from)) !== null &&
        (until === undefined || parseMonth(until) !== null) &&
        Number.isInteger(dueWithinMonths),
    )
  );
}
