import { until } from '@lueckenlos/platform/testing';
import type { Pool } from 'pg';
import { clocks, example, TABLES } from '../chain-small/example';
import { figureTables } from '../chain-small/figure-tables';
import { pureTables, recordsByCase } from '../chain-small/pure-tables';
import type { Client } from './client';
import { rebuild, type AcceptedFile, type Acknowledged, type Receipts } from './senders';

const WAIT = { timeoutMs: 180_000, intervalMs: 100 };

interface Job {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly digest: string;
}

/** Every import comes to its end by itself, with counts that say exactly what each row became. */
export async function checkImports(client: Client, files: readonly AcceptedFile[]): Promise<void> {
  const jobs = await until(
    async () => {
      const all = await jobsOf(client);
      return all.every(({ state }) => state === 'completed') ? all : undefined;
    },
    { ...WAIT, what: 'all imports to complete' },
  );
  for (const { job, rows } of files) {
    const { digest } = jobs.find(({ id }) => id === job) ?? {};
    const sameFile = jobs.filter((other) => other.digest === digest);
    for (const one of sameFile) {
      expect({ ...one, sum: one.accepted + one.duplicates }).toMatchObject({ rows, rejected: 0, sum: rows });
    }
    // An answer that was lost means a second job, whose rows are in already: each row was accepted once.
    expect(sameFile.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(rows);
  }
}

async function jobsOf(client: Client): Promise<Job[]> {
  const path = '/v1/imports?limit=1000';
  const answer = await client.send<Job[]>({ role: 'data-migration', method: 'GET', path, expected: [200] });
  return answer.body;
}

/** What was acknowledged stands where the receipt says; everything is there once; nothing is missing in between. */
export async function checkLog(pool: Pool, lines: readonly string[], { events }: Receipts): Promise<void> {
  const { rows } = await pool.query<Acknowledged>(
    `SELECT metadata->>'senderId' AS id, position FROM event_store.event WHERE source IS NOT NULL ORDER BY id`,
  );
  const sent = lines.map((line) => (JSON.parse(line) as Acknowledged).id);
  expect(rows.map(({ id }) => id).sort()).toEqual(sent.sort());
  const places = new Map(rows.map(({ id, position }) => [id, position]));
  expect(events.filter(({ id, position }) => places.get(id) !== position)).toEqual([]);
  await checkDense(pool);
}

async function checkDense(pool: Pool): Promise<void> {
  const log = await pool.query(
    `SELECT count(*) = max(e.position) AND count(*) = max(h.position) AND min(e.position) = 1 AS dense
     FROM event_store.event AS e CROSS JOIN event_store.head AS h`,
  );
  expect(log.rows).toEqual([{ dense: true }]);
  const broken = await pool.query(
    `SELECT stream FROM event_store.event GROUP BY stream
     HAVING min(revision) <> 0 OR max(revision) <> count(*) - 1`,
  );
  expect(broken.rows).toEqual([]);
}

/** Figures are those of the pure library on the lines that were sent, and stay so when all is built anew. */
export async function checkFigures(pool: Pool, client: Client, lines: readonly string[]): Promise<void> {
  await untilCaughtUp(pool);
  await compare(pool, lines);
  await rebuild(client);
  await untilCaughtUp(pool);
  await compare(pool, lines);
  const odd = await pool.query(`SELECT projection, version FROM projections.version WHERE state = 'failed'`);
  const parked = await pool.query('SELECT position, error FROM projections.parked_event');
  expect([odd.rows, parked.rows]).toEqual([[], []]);
}

async function untilCaughtUp(pool: Pool): Promise<void> {
  const state = `SELECT bool_and(state <> 'building') AND
      min(position) FILTER (WHERE state = 'live') = (SELECT position FROM event_store.head) AS done
    FROM projections.version`;
  await until(async () => (await pool.query<{ done: boolean }>(state)).rows[0]?.done, {
    ...WAIT,
    what: 'the read models',
  });
}

async function compare(pool: Pool, lines: readonly string[]): Promise<void> {
  const cases = recordsByCase(lines);
  for (const at of clocks()) {
    const [read, pure] = [await figureTables(pool, at), pureTables(example.chain, cases, at)];
    for (const name of TABLES) expect([at, name, read[name]]).toEqual([at, name, pure[name]]);
  }
}
