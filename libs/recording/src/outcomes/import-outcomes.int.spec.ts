import { events, ndjson } from '../imports/testing/files';
import { ImportBench } from '../imports/testing/import-bench';

/** A new row, one that comes twice, and one with four faults, of which two have the same code. */
const odd = (prefix: string): object[] => {
  const [first = {}, second = {}] = events(2, prefix);
  return [first, second, second, { ...first, id: '', type: 'x', colour: 'red', size: 'L' }];
};

describe('what imports bring that is no record', () => {
  let bench: ImportBench;

  beforeEach(async () => {
    bench = await ImportBench.open();
  });
  afterEach(() => bench.close());

  const importFile = async (
    body: string,
    delivery: Parameters<ImportBench['deliver']>[1],
  ): Promise<string> => {
    const id = await bench.deliver(body, delivery);
    await bench.worker().drain();
    return id;
  };

  it('is counted by code when the import has ended, a line once for each of its codes', async () => {
    await importFile(`${ndjson(...odd('a'))}{broken\n`, {});
    expect(await bench.outcomes()).toEqual([
      '2026-03 duplicate 1',
      '2026-03 fault imports.broken-line 1',
      '2026-03 fault recording.bad-id 1',
      '2026-03 fault recording.unknown-member 1',
      '2026-03 fault recording.unknown-type 1',
      '2026-03 rejected 2',
    ]);
  });

  it('is counted once where the process ends after a chunk was stored and before it was counted', async () => {
    const rows = [...events(2_500, 'b'), ...odd('b')];
    await bench.deliver(ndjson(...rows));
    const crash = bench.worker((record) => async (some) => {
      const results = await record(some);
      if (some.length < 2_000) throw new Error('crash');
      return results;
    });
    await expect(crash.drain()).rejects.toThrow('crash');
    expect(await bench.outcomes()).toEqual([]);
    await bench.worker().drain();
    await bench.worker().drain();
    expect(await bench.outcomes()).toContain('2026-03 duplicate 3');
    expect(await bench.outcomes()).toContain('2026-03 rejected 1');
  });

  it('is counted once of a file that is taken as a whole or not at all, and not of a dry run', async () => {
    await importFile(ndjson(...odd('c')), { dryRun: true });
    expect(await bench.outcomes()).toEqual([]);
    await importFile(ndjson(...odd('c')), { mode: 'all' });
    await importFile(ndjson(...odd('c').slice(0, 3)), { mode: 'all' });
    expect(await bench.outcomes()).toEqual([
      '2026-03 duplicate 2',
      '2026-03 fault recording.bad-id 1',
      '2026-03 fault recording.unknown-member 1',
      '2026-03 fault recording.unknown-type 1',
      '2026-03 rejected 1',
    ]);
  });
});
