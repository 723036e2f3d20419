import { STATUSES } from '@lueckenlos/chain';
import { parse } from 'csv-parse/sync';
import JSONstat from 'jsonstat-toolkit';
import { answer, type DropOffs, type Flows } from '../testing/answers';
import type { RunningFigures } from '../testing/start-figures';
import { startSmallTown } from '../testing/start-small-town';

const QUESTIONS = [
  '',
  '&by=birthYear',
  '&by=area,povertyRisk',
  '&by=area&level=borough',
  '&by=schoolYear&area=N',
  '&by=area&birthYear=1999',
];

describe('a figure in other formats', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startSmallTown();
  });
  afterAll(() => figures.stop());

  const get = (figure: string, query: string, headers: Record<string, string> = {}): Promise<Response> =>
    figures.get(`/v1/${figure}?chain=small&asOf=2016-06&knownBefore=2018-01-01T00:00:00Z${query}`, {
      headers,
    });
  const json = async <T>(figure: string, query: string): Promise<T> =>
    (await (await get(figure, query)).json()) as T;
  const csv = async (figure: string, query: string): Promise<Record<string, string>[]> =>
    parse(await (await get(figure, query, { accept: 'text/csv' })).text(), { columns: true });
  const stat = async (figure: string, query: string, language = 'en') =>
    JSONstat(
      (await (
        await get(figure, `${query}&format=json-stat`, { 'accept-language': language })
      ).json()) as object,
    );
  const breakdown = (row: object): Record<string, string> =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => ['birthYear', 'schoolYear', 'area', 'povertyRisk'].includes(name))
        .map(([name, value]) => [name, String(value)]),
    );

  it('names each format by its media type', async () => {
    const types = await Promise.all(
      ['', '&format=csv', '&format=json', '&format=json-stat'].map(async (query) =>
        (await get('drop-offs', query)).headers.get('content-type'),
      ),
    );
    expect(types).toEqual([
      'application/json; charset=utf-8',
      'text/csv; charset=utf-8; header=present',
      'application/json; charset=utf-8',
      'application/json; charset=utf-8',
    ]);
  });

  it.each(QUESTIONS)('tells the same drop-offs in CSV as in JSON (%s)', async (query) => {
    const { rows } = await json<DropOffs>('drop-offs', query);
    const expected = rows.map(({ stage, counts, reachedShare, ...group }) => ({
      ...breakdown(group),
      stage,
      ...Object.fromEntries(STATUSES.map((status) => [status, String(counts[status] ?? 0)])),
      reachedShare: String(reachedShare.value ?? ''),
      lower: String(reachedShare.lower ?? ''),
      upper: String(reachedShare.upper ?? ''),
      closedWindows: String(reachedShare.n),
    }));
    expect(await csv('drop-offs', query)).toEqual(expected);
  });

  it.each(QUESTIONS)('tells the same drop-offs in JSON-stat as in JSON (%s)', async (query) => {
    const { rows, scope, position, knownBefore } = await json<DropOffs>('drop-offs', query);
    const dataset = await stat('drop-offs', query);
    expect(dataset.extension).toMatchObject({ scope, position, knownBefore, exact: true });
    let told = 0;
    for (const { stage, counts, ...group } of rows) {
      for (const status of STATUSES) {
        const { value } = dataset.Data({ ...breakdown(group), stage, status });
        expect(value).toBe(counts[status] ?? null);
        if (value !== null) told++;
      }
    }
    const all = dataset.n === 0 ? [] : rows.flatMap(({ counts }) => Object.values(counts));
    expect(told).toBe(all.length);
  });

  it.each(QUESTIONS)('tells the same flows in CSV and JSON-stat as in JSON (%s)', async (query) => {
    const { rows } = await json<Flows>('flows', query);
    expect(await csv('flows', query)).toEqual(
      rows.map(({ from, to, count, ...group }) => ({
        ...breakdown(group),
        from,
        to: to ?? '',
        count: String(count),
      })),
    );
    const dataset = await stat('flows', query);
    for (const { from, to, count, ...group } of rows) {
      expect(dataset.Data({ ...breakdown(group), from, to: to ?? 'none' }).value).toBe(count);
    }
  });

  it('names chain, stages, statuses and areas in English or German', async () => {
    const words = async (language: string): Promise<unknown> => {
      const dataset = await stat('drop-offs', '&by=area,povertyRisk', language);
      return [
        dataset.label,
        dataset.Dimension('stage').Category('visit').label,
        dataset.Dimension('status').Category('lost_moved_out').label,
        dataset.Dimension('area').Category('D1').label,
        dataset.Dimension('area').Category('unknown').label,
        dataset.Dimension('povertyRisk').Category('true').label,
        dataset.Dimension('area').role,
      ];
    };
    expect(await words('en')).toEqual([
      'Small chain',
      'Visit',
      'lost, then moved away',
      'Area D1',
      'unknown',
      'yes',
      'geo',
    ]);
    expect(await words('de-DE,de;q=0.9,en;q=0.8')).toEqual([
      'Kleine Kette',
      'Besuch',
      'verloren, später fortgezogen',
      'Area D1',
      'unbekannt',
      'ja',
      'geo',
    ]);
  });

  it('keeps the stages in the order of the chain', async () => {
    expect((await stat('drop-offs', '')).Dimension('stage').id).toEqual(['birth', 'visit', 'kita']);
    expect(
      (await answer<DropOffs>(figures, '/v1/drop-offs?chain=small&asOf=2016-06')).rows.map(
        ({ stage }) => stage,
      ),
    ).toEqual(['birth', 'visit', 'kita']);
  });
});
