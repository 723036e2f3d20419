import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { exported, linesOf, LOG, options } from './testing/small-export';

describe('an export of records', () => {
  it('as NDJSON is the log, line by line', async () => {
    expect((await exported(options('ndjson'))).toString()).toBe(
      LOG.map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
  });

  it('as CSV has a row for each event, months as their first day, and what is about no case as JSON', async () => {
    const rows = parse<Record<string, string>>(await exported(options('csv')), { columns: true });
    expect(rows.map(({ position }) => position)).toEqual(LOG.map(({ position }) => position));
    expect(rows[0]).toMatchObject({
      kind: 'chain-defined',
      case: '',
      agency: '',
      data: '{"chain":"example"}',
    });
    expect(rows[3]).toMatchObject({
      kind: 'stage-reached',
      case: 'lena',
      agency: 'youth-office',
      stage: 'kita',
      firstOfMonth: '2015-08-01',
      area: '',
      povertyRisk: 'true',
      data: '',
    });
    expect(rows[4]).toMatchObject({ kind: 'corrected', corrects: 'b', area: 'D"2' });
    expect(rows[5]).toMatchObject({ retracts: 'k', reason: 'Lena Müller is somebody else' });
    expect(rows[8]).toMatchObject({ case: 'ben2', other: 'ben' });
  });

  it('as Parquet has the same rows, with types that say what they are', async () => {
    const bytes = await exported(options('parquet'));
    const file = new Uint8Array(bytes).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(LOG.length);
    expect(rows[3]).toMatchObject({
      position: 4n,
      kind: 'stage-reached',
      stage: 'kita',
      firstOfMonth: new Date('2015-08-01T00:00:00Z'),
      knownAt: new Date('2020-01-01T00:00:00.003Z'),
      povertyRisk: true,
    });
    expect(rows[3]?.['area'] ?? null).toBeNull();
    const { key_value_metadata: notes } = parquetMetadata(file);
    expect(notes).toContainEqual({ key: 'months', value: expect.stringContaining('first day') as string });
  });

  it('under fresh names keeps who belongs to whom, and nothing that leads back', async () => {
    const bytes = await exported(options('ndjson', { rekey: true }), Buffer.alloc(32, 1));
    expect(bytes.toString()).not.toMatch(/lena|ben|Müller/i);
    const lines = linesOf(bytes) as {
      subject?: string;
      stream: string;
      id: string;
      data: { corrects?: string; retracts?: string; other?: string };
    }[];
    expect(lines[0]).toEqual(LOG[0]);
    expect(new Set(lines.slice(1, 6).map(({ subject }) => subject)).size).toBe(1);
    expect(lines[1]?.stream).toBe(`case-${lines[1]?.subject}`);
    expect(lines[4]?.data.corrects).toBe(lines[2]?.id);
    expect(lines[5]?.data.retracts).toBe(lines[3]?.id);
    expect(lines[8]?.data.other).toBe(lines[6]?.subject);
    // Ids are unique per sender: the two called "b" are not the same record.
    expect(lines[2]?.id).not.toBe(lines[6]?.id);
    const others = await exported(options('ndjson', { rekey: true }), Buffer.alloc(32, 2));
    expect(linesOf(others)[1]?.['subject']).not.toBe(lines[1]?.subject);
  });
});

describe('an export of facts in force', () => {
  it('has corrections applied, what was taken back left out, and linked pseudonyms as one child, in order', async () => {
    const rows = linesOf(await exported(options('ndjson', { facts: 'in-force' })));
    const told = rows.map((row) => [
      row['case'],
      row['stage'] ?? row['kind'],
      row['firstOfMonth'],
      row['area'],
      row['position'],
    ]);
    expect(told.sort()).toEqual([
      ['ben', 'birth', '2016-01-01', null, '7'],
      ['ben', 'school', '2022-08-01', null, '8'],
      ['lena', 'birth', '2015-06-01', 'D"2', '5'],
      ['lena', 'moved-out', '2015-08-01', 'D1', '2'],
    ]);
  });

  it('is that of what was known before an instant', async () => {
    const knownBefore = '2020-01-01T00:00:00.004Z';
    const rows = linesOf(await exported(options('ndjson', { facts: 'in-force', knownBefore })));
    expect(rows.map((row) => [row['stage'] ?? row['kind'], row['firstOfMonth']])).toEqual([
      ['birth', '2015-07-01'],
      ['kita', '2015-08-01'],
      ['moved-out', '2015-08-01'],
    ]);
  });
});
