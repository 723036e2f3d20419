import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { arrivalOf, type Arrival } from './arrival';

const SQL = join(__dirname, 'sql');
const ADD_COUNTS = loadSql(SQL, 'add-counts.sql');
const ADD_DELAYS = loadSql(SQL, 'add-delays.sql');
const ADD_WAITING = loadSql(SQL, 'add-waiting.sql');
const REMOVE_ARRIVED = loadSql(SQL, 'remove-arrived.sql');

/** Counts what arrived, by agency and month. */
export async function applyArrivals(tx: PoolClient, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  const arrivals = events.map(arrivalOf);
  await addCounts(tx, arrivals);
  await addDelays(tx, arrivals);
  await addWaiting(tx, arrivals);
}

async function addCounts(tx: PoolClient, arrivals: readonly Arrival[]): Promise<void> {
  const counts = sums(
    arrivals.flatMap(({ agency, month, kinds }) => kinds.map((kind) => [agency, month, kind] as const)),
  );
  await tx.query(ADD_COUNTS, [
    counts.map(({ key }) => key[0]),
    counts.map(({ key }) => key[1]),
    counts.map(({ key }) => key[2]),
    counts.map(({ n }) => n),
  ]);
}

async function addDelays(tx: PoolClient, arrivals: readonly Arrival[]): Promise<void> {
  const delays = sums(
    arrivals.flatMap(({ agency, delay }) =>
      delay ? [[agency, delay.stage, delay.occurred, delay.months, delay.stated] as const] : [],
    ),
  );
  if (delays.length === 0) return;
  await tx.query(ADD_DELAYS, [
    delays.map(({ key }) => key[0]),
    delays.map(({ key }) => key[1]),
    delays.map(({ key }) => key[2]),
    delays.map(({ key }) => key[3]),
    delays.map(({ key }) => key[4]),
    delays.map(({ n }) => n),
  ]);
}

/** A record that was missing may arrive in the same page: first all that wait, then all that came. */
async function addWaiting(tx: PoolClient, arrivals: readonly Arrival[]): Promise<void> {
  const waiting = arrivals.filter(({ target }) => target !== null);
  if (waiting.length > 0) {
    await tx.query(ADD_WAITING, [
      waiting.map(({ position }) => position),
      waiting.map(({ agency }) => agency),
      waiting.map(({ month }) => month),
      waiting.map(({ source }) => source),
      waiting.map(({ target }) => target),
    ]);
  }
  await tx.query(REMOVE_ARRIVED, [
    arrivals.map(({ position }) => position),
    arrivals.map(({ source }) => source),
    arrivals.map(({ id }) => id),
  ]);
}

/** How often each key is there. */
function sums<T extends readonly unknown[]>(keys: readonly T[]): { readonly key: T; n: number }[] {
  const found = new Map<string, { readonly key: T; n: number }>();
  for (const key of keys) {
    const name = JSON.stringify(key);
    const sum = found.get(name);
    if (sum) sum.n += 1;
    else found.set(name, { key, n: 1 });
  }
  return [...found.values()];
}
