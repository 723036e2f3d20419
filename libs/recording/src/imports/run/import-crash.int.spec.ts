import { StoreBusyError } from '@lueckenlos/event-store';
import { reached } from '../../testing/events';
import { ImportBench, type Around } from '../testing/import-bench';
import { events, ndjson } from '../testing/files';

/** The process ends right after the log has taken the n-th chunk, before it was counted. */
function crashAfter(chunk: number): Around {
  let seen = 0;
  return (record) => async (rows) => {
    const results = await record(rows);
    if (++seen === chunk) throw new Error('crash');
    return results;
  };
}

function crashBefore(chunk: number): Around {
  let seen = 0;
  return (record) => (rows) => (++seen === chunk ? Promise.reject(new Error('crash')) : record(rows));
}

describe('an import whose process ends in the middle', () => {
  let bench: ImportBench;

  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterAll(() => bench.close());

  it.each([
    ['after the first chunk was stored and before it was counted', 'a', crashAfter(1)],
    ['after a later chunk was stored and before it was counted', 'b', crashAfter(3)],
    ['before a chunk was stored', 'c', crashBefore(2)],
  ])('goes on %s: nothing lost, nothing twice, counts exact', async (_, prefix, crash) => {
    const before = await bench.store.head();
    const rows = events(7_000, prefix);
    // Within the chunk that is repeated: a true duplicate of a row in it, one of a row in an earlier chunk, a conflict.
    rows.splice(
      5_000,
      0,
      rows[4_999] ?? {},
      rows[10] ?? {},
      reached('kita', '2015-09', { id: `${prefix}4998` }),
    );
    const id = await bench.deliver(ndjson(...rows));

    await expect(bench.worker(crash).drain()).rejects.toThrow('crash');
    expect((await bench.view(id)).state).toBe('running');
    await bench.worker().drain();

    expect(await bench.view(id)).toMatchObject({
      state: 'completed',
      rows: 7_003,
      accepted: 7_000,
      duplicates: 2,
      rejected: 1,
    });
    expect(await bench.report(id)).toEqual(['5003 recording.same-id-different-content']);
    expect((await bench.store.head()) - before).toBe(7_000n);
  });

  it('does not take rows for its own that somebody else stored in the meantime', async () => {
    const rows = events(3_000, 'shared');
    const id = await bench.deliver(ndjson(...rows));
    await expect(bench.worker(crashBefore(1)).drain()).rejects.toThrow('crash');
    const other = await bench.deliver(ndjson(...rows.slice(0, 100)));
    await bench.database.pool.query(`UPDATE recording.import_job SET state = 'cancelled' WHERE id = $1`, [
      id,
    ]);
    await bench.worker().drain();
    await bench.database.pool.query(`UPDATE recording.import_job SET state = 'running' WHERE id = $1`, [id]);
    await bench.worker().drain();
    expect(await bench.view(other)).toMatchObject({ accepted: 100 });
    expect(await bench.view(id)).toMatchObject({ accepted: 2_900, duplicates: 100 });
  });

  it('is worked by one process at a time', async () => {
    const before = await bench.store.head();
    const id = await bench.deliver(ndjson(...events(9_000, 'both')));
    await Promise.all([bench.worker().drain(), bench.worker().drain()]);
    expect(await bench.view(id)).toMatchObject({ rows: 9_000, accepted: 9_000, duplicates: 0 });
    expect((await bench.store.head()) - before).toBe(9_000n);
  });

  it('stops in an orderly way behind its present chunk, and goes on with the next process', async () => {
    const id = await bench.deliver(ndjson(...events(5_000, 'orderly')));
    let stopped: Promise<void> | undefined;
    const worker = bench.worker((record) => (rows) => {
      stopped ??= worker.beforeApplicationShutdown();
      return record(rows);
    });
    await worker.drain();
    await stopped;
    expect(await bench.view(id)).toMatchObject({ state: 'running', rows: 2_000, accepted: 2_000 });
    await bench.worker().drain();
    expect(await bench.view(id)).toMatchObject({ state: 'completed', accepted: 5_000, duplicates: 0 });
  });

  it.each([
    ['the disk is full', 'full', Object.assign(new Error('no room'), { code: '53100' })],
    ['the database is away', 'away', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })],
    ['the log takes nothing more at the moment', 'busy', new StoreBusyError()],
  ])('waits for as long as %s, and goes on then', async (_, prefix, error) => {
    const id = await bench.deliver(ndjson(...events(2_500, prefix)));
    let isOver = false;
    const worker = bench.worker((record) => (rows) => (isOver ? record(rows) : Promise.reject(error)));
    for (let attempt = 0; attempt < 12; attempt++) await expect(worker.drain()).rejects.toBe(error);
    expect(await bench.view(id)).toMatchObject({ state: 'running', accepted: 0 });
    isOver = true;
    await worker.drain();
    expect(await bench.view(id)).toMatchObject({ state: 'completed', accepted: 2_500, duplicates: 0 });
  });

  it('is given up after many failures without progress, and says from which line on', async () => {
    const id = await bench.deliver(ndjson(...events(2_500, 'poison')));
    const worker = bench.worker((record) => (rows) => {
      return rows.length < 2_000 ? Promise.reject(new Error('always')) : record(rows);
    });
    for (let attempt = 0; attempt < 10; attempt++) await expect(worker.drain()).rejects.toThrow('always');
    await worker.drain();
    expect(await bench.view(id)).toMatchObject({ state: 'failed', accepted: 2_000 });
    expect(await bench.report(id)).toEqual(['2001 imports.stopped']);
  });
});
