import { until } from '@lueckenlos/platform/testing';
import type { Pool } from 'pg';
import { randomOf } from '../testing';
import { crashing } from '../testing/crashes';
import { runWhile } from '../testing/rounds';
import { appendNumbers, expectedTally, readTally, tallyProjection } from '../testing/tally';
import { openWorkbench, type Workbench } from '../testing/workbench';
import { dropVersion, switchVersions } from './switch-and-drop';
import { failVersion, startRebuild } from './versions';

const STREAMS = 20;

describe('a rebuild', () => {
  let bench: Workbench;
  const tally = tallyProjection();
  const states = async (): Promise<string[]> =>
    (await bench.versions('tally')).map(({ version, state }) => `${version} ${state}`);

  beforeEach(async () => {
    bench = await openWorkbench();
    await appendNumbers(bench.store, { last: 1_000, streams: STREAMS });
    await bench.runner(tally).catchUp();
  });
  afterEach(() => bench.close());

  it('goes on beside the live version while events come, then takes its place; the old one can go', async () => {
    const { version } = await startRebuild(bench.pool, tally);
    const seen: string[] = [];
    const runner = bench.runner(tally, {
      pageSize: 60,
      onPage: ({ version: number, state }) => void seen.push(`${number} ${state}`),
    });
    await runWhile(runner, async () => {
      await appendNumbers(bench.store, { first: 1_001, last: 2_000, streams: STREAMS });
      await until(async () => (await states()).includes('2 live'));
      await appendNumbers(bench.store, { first: 2_001, last: 2_100, streams: STREAMS });
      await until(async () => (await bench.versions('tally'))[1]?.position === '2100');
    });
    expect(await states()).toEqual(['1 retired', '2 live']);
    expect(seen).toEqual(expect.arrayContaining(['1 live', '2 building', '2 live']));
    expect(await readTally(bench.pool, version)).toEqual(expectedTally(2_100, STREAMS));

    expect(await dropVersion(bench.pool, tally, 1)).toEqual({ state: 'retired', dropped: true });
    expect(await states()).toEqual(['2 live']);
    await expect(readTally(bench.pool, 1)).rejects.toThrow('does not exist');
  });

  it('is switched in one step: whoever looks finds one live version with everything, at any moment', async () => {
    const looks: string[][] = [];
    for (let round = 0; round < 3; round++) {
      await startRebuild(bench.pool, tally);
      let done = false;
      const rebuilding = bench
        .runner(tally)
        .catchUp()
        .finally(() => (done = true));
      while (!done) looks.push(await liveVersions());
      await rebuilding;
    }
    expect(new Set(looks.flat())).toEqual(new Set(['1000']));
    expect(new Set(looks.map(({ length }) => length))).toEqual(new Set([1]));
    expect(await states()).toEqual(['1 retired', '2 retired', '3 retired', '4 live']);

    async function liveVersions(): Promise<string[]> {
      return (await bench.versions('tally'))
        .filter(({ state }) => state === 'live')
        .map(({ position }) => position);
    }
  });

  it('goes on where it was when its runner is stopped', async () => {
    await startRebuild(bench.pool, tally);
    const stop = new AbortController();
    let pages = 0;
    const onPage = ({ state }: { state: string }): void => {
      if (state === 'building' && ++pages === 3) stop.abort();
    };
    await bench.runner(tally, { pageSize: 100, onPage }).run(stop.signal);
    expect((await bench.versions('tally'))[1]).toMatchObject({ state: 'building', position: '300' });

    await bench.runner(tally).catchUp();
    expect(await states()).toEqual(['1 retired', '2 live']);
    expect(await readTally(bench.pool, 2)).toEqual(expectedTally(1_000, STREAMS));
  });

  it('goes on where it was when its connection is cut', async () => {
    await startRebuild(bench.pool, tally);
    const cut = crashing(tally, bench.otherProcess().pool, randomOf(7));
    await runWhile(bench.runner(cut, { pageSize: 40, pollMs: 1 }), async () => {
      await until(async () => (await states())[1] === '2 live', { timeoutMs: 30_000 });
    });
    expect(cut.cuts).toBeGreaterThan(3);
    expect(await readTally(bench.pool, 2)).toEqual(expectedTally(1_000, STREAMS));
    expect(await bench.parked()).toEqual([]);
  });

  it('stops at once at an event that cannot be applied; the live version goes on', async () => {
    let strictNow = true;
    const strict = tallyProjection({ refuses: ({ data }) => strictNow && data['number'] === 500 });
    await startRebuild(bench.pool, strict);
    const runner = bench.runner(strict);
    await runner.catchUp();
    await appendNumbers(bench.store, { first: 1_001, last: 1_100, streams: STREAMS });
    await runner.catchUp();
    await runner.catchUp();
    const [live, failed, ...more] = await bench.versions('tally');
    expect(live).toMatchObject({ state: 'live', position: '1100' });
    expect(failed).toMatchObject({ state: 'failed', position: '400', error: 'cannot be applied' });
    // Nothing tries again by itself what failed for a reason.
    expect(more).toEqual([]);

    strictNow = false;
    await startRebuild(bench.pool, strict);
    await runner.catchUp();
    expect(await states()).toEqual(['1 retired', '2 failed', '3 live']);
    expect(await readTally(bench.pool, 3)).toEqual(expectedTally(1_100, STREAMS));
  });

  it('that fails while it is being switched leaves one version live', async () => {
    const { version } = await startRebuild(bench.pool, tally);
    await bench.pool.query('UPDATE projections.version SET position = 1000 WHERE version = $1', [version]);
    const letGo = await holdAfterRetiring(bench.pool);
    const switching = switchVersions(bench.pool, tally);
    await until(async () => (await waiting(bench.pool)) === 1);
    let failed = false;
    const failing = failVersion(bench.pool, tally, version, 'too late').finally(() => (failed = true));
    await until(async () => failed || (await waiting(bench.pool)) === 2);
    await letGo();
    await Promise.all([switching, failing]);
    expect(await states()).toEqual(['1 retired', '2 live']);
  });

  it('is asked for once, however many ask at the same moment', async () => {
    const asked = await Promise.all([1, 2, 3, 4].map(() => startRebuild(bench.pool, tally)));
    expect(asked.map(({ version }) => version)).toEqual([2, 2, 2, 2]);
    expect(asked.filter(({ started }) => started)).toHaveLength(1);
  });
});

/** Stops whoever retires a version, until let go. */
async function holdAfterRetiring(pool: Pool): Promise<() => Promise<void>> {
  await pool.query(`CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NULL; END'`);
  await pool.query(`CREATE TRIGGER hold AFTER UPDATE ON projections.version
    FOR EACH ROW WHEN (new.state = 'retired') EXECUTE FUNCTION hold()`);
  const client = await pool.connect();
  await client.query('SELECT pg_advisory_lock(4711)');
  return async () => {
    await client.query('SELECT pg_advisory_unlock(4711)');
    client.release();
  };
}

/** How many sessions of this database wait for a lock. */
async function waiting(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return Number(rows[0]?.count);
}
