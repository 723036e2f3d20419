import { asIfAlone, DIMENSIONS, MEASURES, parseMonth, type ChainBody } from '@lueckenlos/chain';
import { AREAS_ID, KREFELD_AREAS, LIFE_CHAIN, synthesise } from '@lueckenlos/krefeld';
import type { TestDatabase } from '@lueckenlos/platform/testing';
import { dropOffRows, scopeCounts } from '../drop-offs/drop-offs';
import { flowRows } from '../flows/flows';
import type { FigureQuery } from '../query/figure-query';
import { logOf, replay } from '../testing/replays';
import { areasDefined, chainDefined, partnerEvent } from '../testing/stored-events';
import { readFigure } from './figure';

jest.setTimeout(120_000);

const NO_FILTER = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };
const QUESTIONS: Pick<FigureQuery, 'by' | 'filters' | 'level'>[] = [
  { by: [], filters: NO_FILTER, level: null },
  { by: ['birthYear', 'schoolYear', 'area', 'povertyRisk'], filters: NO_FILTER, level: null },
  { by: ['area'], filters: { ...NO_FILTER, birthYear: [2016] }, level: 'stadtbezirk' },
  { by: ['birthYear'], filters: { ...NO_FILTER, schoolYear: [2022, 2023] }, level: null },
];
const CLOCKS = [
  { asOf: '2019-08', knownBefore: null },
  { asOf: '2024-06', knownBefore: null },
  { asOf: '2024-06', knownBefore: new Date('2021-03-01T00:00:00Z') },
];

// An older cut-off in the first of two versions in force: two school-entry years for one birth month.
const [first, planned] = LIFE_CHAIN.versions;
const chain: ChainBody = {
  ...LIFE_CHAIN,
  versions: [
    { ...first, schoolYear: { cutoffMonth: 6, age: 6, startMonth: 8 } },
    { ...first, version: 2, validForBirthsFrom: '2016-05' },
    { ...planned, version: 3 },
  ] as ChainBody['versions'],
};

describe('a figure as if one version of the chain held for every birth', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    const events = synthesise({ cases: 80, births: { from: 2015, to: 2017 }, until: '2025-12', seed: 5 });
    const alone = [1, 2, 3].map((version) =>
      chainDefined(`alone-${version}`, asIfAlone(chain, version) as ChainBody),
    );
    const areas = KREFELD_AREAS.map((edition) => areasDefined(AREAS_ID, edition));
    database = await replay(
      await logOf([chainDefined('several', chain), ...alone, ...areas, ...[...events].map(partnerEvent)]),
    );
  });
  afterAll(() => database.drop());

  async function tables(which: Pick<FigureQuery, 'chain' | 'chainVersion'>): Promise<unknown[]> {
    const found: unknown[] = [];
    for (const question of QUESTIONS) {
      for (const { asOf: month, knownBefore } of CLOCKS) {
        for (const dimension of DIMENSIONS) {
          const asOf = parseMonth(month) ?? NaN;
          const clocks = { asOf, boundaries: asOf, knownBefore, minPosition: null };
          const figure = await readFigure(
            database.pool,
            { ...which, ...question, ...clocks, dimension },
            MEASURES,
          );
          found.push([question, scopeCounts(figure), dropOffRows(figure), flowRows(figure)]);
        }
      }
    }
    return found;
  }

  it.each([1, 2, 3])('is that of a chain with version %i and no other, in force or not', async (version) => {
    const alone = await tables({ chain: `alone-${version}` });
    expect(await tables({ chain: 'several', chainVersion: version })).toEqual(alone);
    expect(await tables({ chain: 'several' })).not.toEqual(alone);
  });

  it('is that of the chain, where that version holds for every birth anyhow', async () => {
    expect(await tables({ chain: 'alone-2', chainVersion: 2 })).toEqual(await tables({ chain: 'alone-2' }));
  });
});
