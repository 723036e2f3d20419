import { corrected, reached, retracted } from '../../testing/events';
import { ImportBench } from '../testing/import-bench';
import { events, ndjson } from '../testing/files';

describe('imports that store all or nothing, and dry runs', () => {
  let bench: ImportBench;

  beforeAll(async () => {
    bench = await ImportBench.open();
  });
  afterAll(() => bench.close());

  const run = async (file: string, delivery: object): Promise<string> => {
    const id = await bench.deliver(file, delivery);
    await bench.worker().drain();
    return id;
  };

  it('stores a good file as a whole', async () => {
    const rows = events(4_500, 'whole');
    const id = await run(ndjson(...rows, rows[0]), { mode: 'all' });
    expect(await bench.view(id)).toMatchObject({
      state: 'completed',
      rows: 4_501,
      accepted: 4_500,
      duplicates: 1,
    });
    expect(await bench.store.head()).toBe(4_500n);
    expect(await bench.count('recording.import_rehearsed')).toBe(0);
  });

  it('stores nothing of a file with one bad row at its end', async () => {
    const before = await bench.store.head();
    const id = await run(`${ndjson(...events(4_500, 'refused'))}{`, { mode: 'all' });
    expect(await bench.view(id)).toMatchObject({ state: 'failed', rows: 4_501, accepted: 0, rejected: 1 });
    expect(await bench.report(id)).toEqual(['4501 imports.broken-line']);
    expect(await bench.store.head()).toBe(before);
  });

  it('sees what is wrong between lines that are far apart, as storing would', async () => {
    const filler = events(4_000, 'far');
    const file = ndjson(
      reached('birth', '2015-01', { id: 'x1', subject: 'x' }),
      retracted('x1', { id: 'x2', subject: 'x' }),
      corrected('x4', '2015-02', { id: 'x3', subject: 'x' }),
      ...filler,
      reached('birth', '2015-01', { id: 'x1', subject: 'x' }),
      reached('birth', '2015-02', { id: 'x1', subject: 'x' }),
      corrected('x1', '2015-02', { id: 'y1', subject: 'y' }),
      corrected('x2', '2015-02', { id: 'x5', subject: 'x' }),
      corrected('x3', '2015-02', { id: 'x4', subject: 'x' }),
    );
    const expected = [
      '4005 recording.same-id-different-content',
      '4006 recording.target-in-another-case',
      '4007 recording.target-is-retraction',
      '4008 recording.correction-cycle',
    ];
    const before = await bench.store.head();
    const all = await run(file, { mode: 'all' });
    const dry = await run(file, { dryRun: true });
    expect(await bench.store.head()).toBe(before);
    const real = await run(file, {});
    expect(await bench.report(all)).toEqual(expected);
    expect(await bench.report(dry)).toEqual(expected);
    expect(await bench.report(real)).toEqual(expected);
    const { accepted, duplicates, rejected } = await bench.view(real);
    expect(await bench.view(dry)).toMatchObject({ state: 'completed', accepted, duplicates, rejected });
    expect(await bench.view(all)).toMatchObject({ state: 'failed', accepted: 0, duplicates: 1, rejected: 4 });
  });

  it('ends a dry run that is to store all or nothing as the real one would end', async () => {
    const id = await run('{', { mode: 'all', dryRun: true });
    expect(await bench.view(id)).toMatchObject({ state: 'failed', accepted: 0, rejected: 1 });
  });
});
