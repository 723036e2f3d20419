import { until } from '@lueckenlos/platform/testing';
import { CancelImport } from '../http/cancel-import';
import { SENDER } from '../../testing/events';
import { ImportBench } from '../testing/import-bench';
import { events, ndjson } from '../testing/files';

describe('cancelling an import', () => {
  let bench: ImportBench;

  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterAll(() => bench.close());

  it('stores nothing of one that waits, and removes its file', async () => {
    const id = await bench.deliver(ndjson(...events(10, 'waits')));
    const job = await new CancelImport(bench.jobs).cancel(id, SENDER);
    await bench.worker().drain();
    expect(job).toMatchObject({ state: 'cancelled', accepted: 0 });
    expect(job.finishedAt).not.toBeNull();
    expect(await bench.count('recording.import_chunk')).toBe(0);
    expect(await bench.store.head()).toBe(0n);
  });

  it('stops one that runs behind its present chunk, and says what is in', async () => {
    const id = await bench.deliver(ndjson(...events(7_000, 'runs')));
    const cancelling: Promise<unknown>[] = [];
    const worker = bench.worker((record) => async (rows) => {
      const results = await record(rows);
      cancelling.push(new CancelImport(bench.jobs).cancel(id, SENDER));
      await until(async () => (await bench.jobs.find(id, SENDER)).cancelRequested);
      return results;
    });
    await worker.drain();
    const told = await Promise.all(cancelling);
    expect(told).toEqual([expect.objectContaining({ state: 'cancelled', rows: 2_000, accepted: 2_000 })]);
    expect(await bench.store.head()).toBe(2_000n);
    expect(await bench.count('recording.import_chunk')).toBe(0);
  });

  it('changes nothing about one that is done', async () => {
    const id = await bench.deliver(ndjson(...events(5, 'done')));
    await bench.worker().drain();
    expect(await new CancelImport(bench.jobs).cancel(id, SENDER)).toMatchObject({
      state: 'completed',
      accepted: 5,
    });
  });
});
