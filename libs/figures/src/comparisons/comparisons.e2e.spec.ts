import { parse } from 'csv-parse/sync';
import { answer } from '../testing/answers';
import { children, definitions, told } from '../testing/small-town';
import { startFigures, type RunningFigures } from '../testing/start-figures';
import type { Comparison } from './comparisons';

const ASKED = '/v1/comparisons?chain=small&stage=kita';
const SIZE = 40;

/** In `area` so many of forty children of a poverty risk reached the Kita. */
const forty = (area: string, povertyRisk: boolean, reached: number) =>
  Array.from({ length: SIZE }, (_, i) => {
    const subject = `${area}-${povertyRisk}-${i}`;
    const birth = told(subject, 'birth', '2017-01', { area, povertyRisk });
    return i < reached ? [birth, told(subject, 'kita', '2020-08')] : [birth];
  }).flat();

describe('areas against the town', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startFigures();
    await figures.append([
      ...definitions,
      ...children,
      ...forty('D1', true, 20),
      ...forty('D1', false, 36),
      ...forty('D2', true, 22),
      ...forty('D2', false, 34),
      ...forty('D3', true, 4),
    ]);
    await figures.project();
  });
  afterAll(() => figures.stop());

  const ask = (more: string): Promise<Comparison> => answer(figures, `${ASKED}${more}`);

  it('are counted by closed windows, with the children of no area in the town alone', async () => {
    const { town, areas, withoutArea } = await ask('&asOf=2016-06&level=borough');
    expect(town).toMatchObject({ n: 4, reached: 1, share: { value: 0.25, method: 'wilson', n: 4 } });
    expect(areas).toMatchObject([{ area: 'N', name: 'Area N', n: 3, reached: 1 }]);
    expect(withoutArea).toEqual({ n: 1, reached: 0 });
  });

  it('lie in a funnel round the town’s share, and in one round what their children let expect', async () => {
    const { town, areas, overDispersion } = await ask('&asOf=2021-06&birthYear=2017');
    expect([town.n, town.reached]).toEqual([200, 116]);
    expect(areas.map(({ area, reached }) => [area, reached])).toEqual([
      ['D1', 56],
      ['D2', 56],
      ['D3', 4],
    ]);
    const [first, , third] = areas;
    expect(first?.funnel?.expected).toBeCloseTo(116 / 200, 12);
    // Of the town's poor children 46 of 120 are there, of the others 70 of 80.
    expect(first?.adjustedFunnel?.expected).toBeCloseTo((46 / 120 + 70 / 80) / 2, 12);
    expect(third?.adjustedFunnel?.expected).toBeCloseTo(46 / 120, 12);
    // Three areas differ by more than chance explains, so the limits are drawn apart until they hold all of them.
    expect(overDispersion?.inflation).toBeGreaterThan(overDispersion?.threshold ?? Infinity);
    expect(third?.funnel?.place).toBe('within');
  });

  it('are standardised by the town’s children, where an area tells of all of them', async () => {
    const { areas } = await ask('&asOf=2021-06&birthYear=2017');
    expect(areas[0]?.standardised.value).toBeCloseTo((120 * 0.5 + 80 * 0.9) / 200, 12);
    expect(areas[2]?.standardised).toMatchObject({ value: null, lower: null, upper: null });
  });

  it('stand in order of code, whatever their shares', async () => {
    const { areas } = await ask('&asOf=2021-06');
    expect(areas.map(({ area }) => area)).toEqual(['D1', 'D2', 'D3']);
  });

  it('have the same numbers in CSV and JSON-stat', async () => {
    const { areas } = await ask('&asOf=2021-06');
    const csv = await (await figures.get(`${ASKED}&asOf=2021-06&format=csv`)).text();
    const lines = parse<Record<string, string>>(csv, { columns: true });
    expect(lines.map(({ area, n, place }) => [area, Number(n), place])).toEqual(
      areas.map(({ area, n, funnel }) => [area, n, funnel?.place]),
    );
    const stat = await answer<{ id: string[]; size: number[] }>(
      figures,
      `${ASKED}&asOf=2021-06&format=json-stat`,
    );
    expect([stat.id, stat.size[0]]).toEqual([['area', 'number'], 3]);
  });

  it('are none where no window has closed', async () => {
    const { town, areas, overDispersion } = await ask('&asOf=2012-06');
    expect([town, areas, overDispersion]).toMatchObject([{ n: 0, share: { value: null } }, [], null]);
  });

  it('need a stage that there is', async () => {
    const response = await figures.get('/v1/comparisons?chain=small&asOf=2016-06&stage=U12');
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'figures.unknown-stage' }]);
  });
});
