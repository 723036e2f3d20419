import { parseMonth, type Month } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { ProjectionError } from '../runner/projection-error';

const SAVE = loadSql(join(__dirname, 'sql'), 'save-statements.sql');
const STATEMENT = /^lueckenlos\.(delivery-completed|delivery-reopened)\.v1$/;

/** Whether an event of the log says how far an agency has delivered. */
export function isDeliveryStatement({ type }: StoredEvent): boolean {
  return STATEMENT.test(type);
}

/** Keeps what agencies said about their deliveries. */
export async function applyStatements(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
  if (events.length > 0) await tx.query(SAVE, [JSON.stringify(events.map(rowOf))]);
}

function rowOf({ type, position, data, metadata }: StoredEvent): object {
  const { from, to } = (data['period'] ?? {}) as { from?: unknown; to?: unknown };
  return {
    position: position.toString(),
    agency: String(metadata['agency']),
    id: String(metadata['senderId']),
    kind: STATEMENT.exec(type)?.[1],
    known_at: metadata.knownAt,
    first_month: monthOf(from),
    last_month: monthOf(to),
    stages: data['stages'] ?? null,
    areas: data['areas'] ?? null,
  };
}

function monthOf(value: unknown): Month {
  const month = parseMonth(String(value));
  if (month === null) throw new ProjectionError('has no period');
  return month;
}
