import { readStatement } from '@lueckenlos/chain';
import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';

const SAVE = loadSql(join(__dirname, 'sql'), 'save-statements.sql');

/** Keeps what agencies said about their deliveries. */
export async function applyStatements(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
  if (events.length > 0) await tx.query(SAVE, [JSON.stringify(events.map(rowOf))]);
}

function rowOf(event: StoredEvent): object {
  const { agency, id, kind, from, to, stages, areas } = readStatement(event);
  return {
    position: event.position.toString(),
    agency,
    id,
    kind,
    known_at: event.metadata.knownAt,
    first_month: from,
    last_month: to,
    stages,
    areas,
  };
}
