import { Readable } from 'node:stream';
import { until } from '@lueckenlos/platform/testing';
import { SENDER } from '../../testing/events';
import { ImportBench } from '../testing/import-bench';
import { events, ndjson } from '../testing/files';
import { ImportIntake } from './import-intake';

const MEBIBYTE = 1024 * 1024;

/** Watches the memory outside of V8's heap, where the bytes of a file are, and the heap itself. */
function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('files of any size', () => {
  let bench: ImportBench;

  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterAll(() => bench.close());

  it('holds no line of 200 MiB in memory, and reads what stands behind it', async () => {
    let most = 0;
    const before = memory();
    // The same bytes each time, so that the file itself leaves nothing to be collected.
    const mebibyte = Buffer.alloc(MEBIBYTE, 'x');
    function* file(): Generator<Buffer> {
      yield Buffer.from(ndjson(...events(1, 'front')));
      for (let part = 0; part < 200; part++) {
        most = Math.max(most, memory() - before);
        yield mebibyte;
      }
      yield Buffer.from(`\n${ndjson(...events(1, 'behind'))}`);
    }
    const id = await bench.deliver(Readable.from(file()));
    const worker = bench.worker((record) => (rows) => {
      most = Math.max(most, memory() - before);
      return record(rows);
    });
    await worker.drain();
    expect(await bench.view(id)).toMatchObject({ state: 'completed', rows: 3, accepted: 2, rejected: 1 });
    expect(await bench.report(id)).toEqual(['2 imports.line-too-long']);
    expect(most).toBeLessThan(130 * MEBIBYTE);
  });

  it('keeps little of a file that decompresses to a thousand times its size', async () => {
    const id = await bench.deliver(Buffer.alloc(10 * MEBIBYTE, '\n'), { gzip: true });
    const { rows } = await bench.database.pool.query<{ bytes: string }>(
      'SELECT sum(length(content)) AS bytes FROM recording.import_chunk WHERE job = $1',
      [id],
    );
    expect(Number(rows[0]?.bytes)).toBeLessThan(MEBIBYTE / 5);
    await bench.worker().drain();
    expect(await bench.view(id)).toMatchObject({ state: 'completed', rows: 0 });
  });

  it('takes no file in of which the database has lost a piece on the way', async () => {
    const { pool } = bench.database;
    async function* file(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(2 * MEBIBYTE, '\n');
      const stored = `DELETE FROM recording.import_chunk WHERE number = 0 RETURNING job`;
      await until(async () => ((await pool.query(stored)).rowCount === 1 ? true : undefined));
      yield Buffer.from('{');
    }
    const [jobs, chunks] = [
      await bench.count('recording.import_job'),
      await bench.count('recording.import_chunk'),
    ];
    await expect(bench.deliver(Readable.from(file()))).rejects.toMatchObject({ status: 503 });
    expect(await bench.count('recording.import_job')).toBe(jobs);
    expect(await bench.count('recording.import_chunk')).toBe(chunks);
  });

  it('removes what a process that died has left of a file, and no file that is still coming in', async () => {
    const later = (minutes: number) => () => new Date(bench.clock().getTime() + minutes * 60_000);
    const intakeAt = (minutes: number): ImportIntake =>
      new ImportIntake(bench.database.pool, later(minutes), { lineLimit: 1024 });
    let resume = (): void => undefined;
    const waits = new Promise<void>((resolve) => (resume = resolve));
    async function* slow(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(MEBIBYTE, '\n');
      await Promise.all([intakeAt(59).sweep(), waits]);
      yield Buffer.from('{');
    }
    const open = await bench.count(`recording.import_job WHERE state = 'receiving'`);
    const receiving = bench.deliver(Readable.from(slow()));
    resume();
    await receiving;
    expect(open).toBe(0);

    await bench.database.pool.query(`UPDATE recording.import_job SET state = 'receiving'`);
    await intakeAt(61).sweep();
    expect(await bench.count('recording.import_job')).toBe(0);
    expect(await bench.count('recording.import_chunk')).toBe(0);
    expect(await bench.jobs.list(SENDER, 10, null)).toEqual([]);
  });
});
