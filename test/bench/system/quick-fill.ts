import { eventId } from '@lueckenlos/event-store';
import { synthesise, type SyntheticEvent } from '@lueckenlos/krefeld';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mustEqual } from '../report/timing';
import type { BenchDatabase } from './bench-database';
import { townOf } from './town';

/** Rows of one file: enough for COPY to be fast, few enough for the disk. */
const FILE_ROWS = 250_000;

const COLUMNS = '(position, stream, revision, id, type, schema_version, source, data, metadata, recorded_at)';

/**
 * Puts the events of a town into the log by COPY, as they stand there after an import: an import of ten towns would
 * take longer than everything that is measured then. Answers how many they are.
 */
export async function fillLog({ pool, store, exchange }: BenchDatabase, size: number): Promise<number> {
  const before = Number(await store.head());
  const rows = copyRows(synthesise(townOf(size)), before);
  const file = join(exchange, 'town.copy');
  for (let position = before, part = take(rows); ; part = take(rows)) {
    await pipeline(Readable.from(part), createWriteStream(file));
    const { rowCount } = await pool.query(`COPY event_store.event ${COLUMNS} FROM '${file}'`);
    position += rowCount ?? 0;
    if (rowCount === FILE_ROWS) continue;
    await rm(file);
    await pool.query('UPDATE event_store.head SET position = $1', [position]);
    await pool.query('ANALYZE');
    mustEqual('the head of the log', Number(await store.head()), position);
    return position - before;
  }
}

function* take(rows: Iterator<string, void>): Generator<string> {
  for (let left = FILE_ROWS; left > 0; left--) {
    const next = rows.next();
    if (next.done) return;
    yield next.value;
  }
}

/** Each (sender, id) once, as a line of COPY. */
function* copyRows(events: Iterable<SyntheticEvent>, before: number): Generator<string, void> {
  const revisions = new Map<string, number>();
  const seen = new Set<string>();
  let position = before;
  for (const event of events) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    const revision = revisions.get(event.subject) ?? 0;
    revisions.set(event.subject, revision + 1);
    yield copyRow(event, ++position, revision);
  }
}

function copyRow(event: SyntheticEvent, position: number, revision: number): string {
  const { id, source, type, subject, knownat, data } = event;
  const present = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
  const contentHash = 'f'.repeat(64);
  const knownAt = new Date(knownat).toISOString();
  const metadata = { knownAt, contentHash, senderId: id, subject, agency: 'data-migration' };
  const key = eventId(source, id);
  const cells = [position, `case-${subject}`, revision, key, type, 1, source];
  return `${[...cells, JSON.stringify(present), JSON.stringify(metadata), '2026-11-01T00:00:00Z'].join('\t')}\n`;
}
