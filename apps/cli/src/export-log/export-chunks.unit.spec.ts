import { temporaryFolder } from '@lueckenlos/platform/testing';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { rm } from 'node:fs/promises';
import { exportChunks } from './export-chunks';
import { planOf, type ExportOptions } from './export-options';
import { Rekeying } from './rows/rekey';
import { bytesOf, inPages, loggedLines, stage } from './testing/logged-lines';
import { OCEL_SCHEMA } from './testing/ocel-schema';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** As empty as each export finds it. */
function newFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
}

// Lena: a birth that was corrected, a Kita that was taken back, a move. Two pseudonyms of Ben, linked. A definition.
const LOG = loggedLines(
  { kind: 'chain-defined', data: { chain: 'example' } },
  { case: 'lena', kind: 'moved-out', id: 'out', data: stage('', '2015-08', { area: 'D1' }) },
  { case: 'lena', kind: 'stage-reached', id: 'b', data: stage('birth', '2015-07', { area: 'D1' }) },
  { case: 'lena', kind: 'stage-reached', id: 'k', data: stage('kita', '2015-08', { povertyRisk: true }) },
  {
    case: 'lena',
    kind: 'corrected',
    id: 'c',
    data: { corrects: 'b', occurredOn: '2015-06', area: 'D"2', povertyRisk: null },
  },
  {
    case: 'lena',
    kind: 'retracted',
    id: 'r',
    data: { retracts: 'k', reason: 'Lena Müller is somebody else' },
  },
  { case: 'ben', kind: 'stage-reached', id: 'b', agency: 'registry-office', data: stage('birth', '2016-01') },
  { case: 'ben2', kind: 'stage-reached', id: 's', agency: 'school-office', data: stage('school', '2022-08') },
  { case: 'ben2', kind: 'cases-linked', id: 'l', agency: 'school-office', data: { other: 'ben' } },
);

const options = (format: ExportOptions['format'], more: Partial<ExportOptions> = {}): ExportOptions => ({
  format,
  out: '-',
  ...more,
});

const exported = (asked: ExportOptions, key?: Buffer, bound = 1_000_000): Promise<Buffer> =>
  bytesOf(
    exportChunks({
      plan: planOf(asked),
      lines: inPages(LOG.slice(0, 4), LOG.slice(4)),
      rekeying: key ? new Rekeying(key) : null,
      about: () => ({ facts: 'test' }),
      folder: newFolder(),
      bound,
    }),
  );

const linesOf = (bytes: Buffer): Record<string, unknown>[] =>
  bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

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

describe('XES', () => {
  it('has one trace per child, events in order of time, with the standard attributes', async () => {
    const text = (await exported(options('xes'))).toString();
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849.2016"')).toBe(
      true,
    );
    expect(text).toContain('<string key="months" value="Days are not known.');
    const traces = text.split('<trace>').slice(1);
    const told = traces.map((trace) =>
      [...trace.matchAll(/"(?:concept:name|time:timestamp)" value="([^"]*)"/g)].map(([, value]) => value),
    );
    expect(told.sort()).toEqual([
      ['ben', 'birth', '2016-01-01T00:00:00.000Z', 'school', '2022-08-01T00:00:00.000Z'],
      ['lena', 'birth', '2015-06-01T00:00:00.000Z', 'moved-out', '2015-08-01T00:00:00.000Z'],
    ]);
    expect(text).toContain('<string key="area" value="D&quot;2"/>');
    expect(text.match(/<event>/g)).toHaveLength(
      text.match(/"lifecycle:transition" value="complete"\/>(?!\n {2}<\/global>)/g)?.length ?? 0,
    );
  });

  it('has its elements in the order of the standard, and every key that it declares for all events', async () => {
    const text = (await exported(options('xes'))).toString();
    const parts = [...text.matchAll(/^ {2}<(\w+)/gm)].map(([, name]) => name);
    expect(parts.filter((name, at) => name !== parts[at - 1])).toEqual([
      'extension',
      'global',
      'classifier',
      'string',
      'trace',
    ]);
    const prefixes = [...text.matchAll(/ prefix="(\w+)"/g)].map(([, prefix]) => prefix);
    const used = [...text.matchAll(/ key="(\w+):/g)].map(([, prefix]) => prefix);
    expect(used.filter((prefix) => !prefixes.includes(prefix))).toEqual([]);
    for (const [event] of text.matchAll(/<event>.*<\/event>/g))
      for (const key of ['concept:name', 'time:timestamp', 'lifecycle:transition'])
        expect(event).toContain(`key="${key}"`);
  });

  it('tells records as they came, if asked', async () => {
    const text = (await exported(options('xes', { facts: 'recorded' }))).toString();
    expect(text.match(/<trace>/g)).toHaveLength(3);
    expect(text).toContain('<string key="concept:name" value="corrected"/>');
    expect(text).toContain('<string key="retracts" value="k"/>');
  });
});

describe('OCEL', () => {
  interface Ocel {
    readonly events: {
      id: string;
      type: string;
      time: string;
      relationships: { objectId: string; qualifier: string }[];
    }[];
    readonly objects: { id: string; type: string; attributes: { name: string; value: string }[] }[];
    readonly eventTypes: { name: string }[];
    readonly objectTypes: { name: string }[];
  }
  const read = async (facts: 'in-force' | 'recorded', key?: Buffer): Promise<Ocel> =>
    JSON.parse((await exported(options('ocel', { facts }), key)).toString()) as Ocel;

  it.each(['in-force', 'recorded'] as const)(
    'keeps to its schema, and names no object or type that it lacks: %s',
    async (facts) => {
      const log = await read(facts);
      const validate = addFormats(new Ajv({ allErrors: true })).compile(OCEL_SCHEMA);
      expect([validate(log), validate.errors]).toEqual([true, null]);
      const ids = new Set(log.objects.map(({ id }) => id));
      expect(ids.size).toBe(log.objects.length);
      const related = log.events.flatMap(({ relationships }) =>
        relationships.map(({ objectId }) => objectId),
      );
      expect(related.filter((id) => !ids.has(id))).toEqual([]);
      const types = new Set([...log.eventTypes, ...log.objectTypes].map(({ name }) => name));
      expect([...log.events, ...log.objects].filter(({ type }) => !types.has(type))).toEqual([]);
      expect(new Set(log.events.map(({ id }) => id)).size).toBe(log.events.length);
    },
  );

  it('relates each event to its child, its area and its agency', async () => {
    const { events, objects } = await read('in-force');
    expect(events.find(({ type }) => type === 'moved-out')).toMatchObject({
      id: 'event:2',
      time: '2015-08-01T00:00:00.000Z',
      relationships: [
        { objectId: 'case:lena', qualifier: 'happened to' },
        { objectId: 'area:D1', qualifier: 'lives in' },
        { objectId: 'agency:youth-office', qualifier: 'reported by' },
      ],
    });
    expect(
      objects
        .filter(({ type }) => type === 'case')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['case:ben', 'case:lena']);
    const about = objects.find(({ type }) => type === 'export');
    expect(about?.attributes).toContainEqual(expect.objectContaining({ name: 'months' }));
  });

  it('bears fresh names for cases everywhere', async () => {
    expect(JSON.stringify(await read('in-force', Buffer.alloc(32, 3)))).not.toMatch(/lena|ben\b/);
  });
});

describe('an export that does not fit into memory', () => {
  const sorted = (bytes: Buffer): string[] =>
    bytes
      .toString()
      .split(/(?<=<\/trace>)|,?\n/)
      .sort();

  it.each(['ndjson', 'xes', 'ocel'] as const)('says the same, in whatever order, as %s', async (format) => {
    const asked = options(format, { facts: 'in-force' });
    expect(sorted(await exported(asked, undefined, 1))).toEqual(sorted(await exported(asked)));
  });
});

describe('what would tear cases apart', () => {
  it.each([
    [options('xes', { type: 'moved-in' }), '--type'],
    [options('ocel', { recordedFrom: '2020-01-01T00:00:00Z' }), '--recorded-from'],
    [options('csv', { facts: 'in-force', after: '7' }), '--after'],
  ])('is refused: %j', (asked, option) => {
    expect(() => planOf(asked)).toThrow(option);
  });

  it('is asked of the server where rows are rows', () => {
    const { part } = planOf(options('csv', { type: 'died', knownBefore: '2020-01-01T00:00:00Z' }));
    expect(part).toMatchObject({ type: 'died', knownBefore: '2020-01-01T00:00:00Z' });
  });
});
