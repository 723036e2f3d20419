import { DIMENSIONS, MEASURES, parseMonth } from '@lueckenlos/chain';
import { AREAS_ID, KREFELD_AREAS, LIFE_CHAIN, LIFE_CHAIN_ID, synthesise } from '@lueckenlos/krefeld';
import type { TestDatabase } from '@lueckenlos/platform/testing';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { COMPETING } from '../curves/curve-parameters.dto';
import { readCurves } from '../curves/read-curves';
import { dropOffRows, scopeCounts } from '../drop-offs/drop-offs';
import { flowRows } from '../flows/flows';
import { readOccupation } from '../occupation/read-occupation';
import type { FigureQuery } from '../query/figure-query';
import { logOf, replay } from '../testing/replays';
import { areasDefined, chainDefined, partnerEvent } from '../testing/stored-events';
import { readFigure } from './figure';

jest.setTimeout(120_000);

const events = [...synthesise({ cases: 60, births: { from: 2014, to: 2017 }, until: '2025-12', seed: 7 })];
const definitions = [
  chainDefined(LIFE_CHAIN_ID, LIFE_CHAIN),
  ...KREFELD_AREAS.map((edition) => areasDefined(AREAS_ID, edition)),
];
const NO_FILTER = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };
const QUESTIONS: Pick<FigureQuery, 'by' | 'filters' | 'level'>[] = [
  { by: [], filters: NO_FILTER, level: null },
  { by: ['birthYear', 'area', 'povertyRisk'], filters: NO_FILTER, level: null },
  { by: ['area'], filters: { ...NO_FILTER, povertyRisk: ['true', 'unknown'] }, level: 'stadtbezirk' },
  { by: ['schoolYear'], filters: { ...NO_FILTER, birthYear: [2015, 2016] }, level: null },
];

/** The read models of everything that was known before an instant, and nothing else. */
async function replayOf(knownBefore = Infinity): Promise<TestDatabase> {
  const known = events.filter(({ knownat }) => Date.parse(knownat) < knownBefore);
  return replay(await logOf([...definitions, ...known.map(partnerEvent)]));
}

async function tables({ pool }: TestDatabase, asOf: string, knownBefore: Date | null): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const question of QUESTIONS) {
    for (const dimension of DIMENSIONS) {
      const month = parseMonth(asOf) ?? NaN;
      const clocks = { asOf: month, boundaries: month, knownBefore, minPosition: null };
      const query: FigureQuery = {
        chain: LIFE_CHAIN_ID,
        dimension,
        ...clocks,
        ...question,
      };
      const figure = await readFigure(pool, query, MEASURES);
      found.push([question, dimension, scopeCounts(figure), dropOffRows(figure), flowRows(figure)]);
      found.push(await monthByMonth(pool, query));
    }
  }
  return found;
}

/** Figures that follow children month by month, `last` where the first value is asked for of the others. */
async function monthByMonth(pool: Pool, query: FigureQuery): Promise<unknown[]> {
  const dimension = query.dimension === 'last' ? 'then' : 'last';
  const common = { dimension, estimator: 'aalen-johansen', competing: COMPETING, horizon: null } as const;
  const birth = await readCurves(pool, query, { ...common, from: 'birth', stage: 'kita' });
  const kita = await readCurves(pool, query, { ...common, from: 'kita', stage: 'school' });
  const { strata } = await readOccupation(pool, query, common);
  return [birth.strata, kita.strata, strata];
}

describe('figures known before an instant in the past', () => {
  let everything: TestDatabase;

  beforeAll(async () => {
    everything = await replayOf();
  });
  afterAll(() => everything.drop());

  it('are those of a fresh replay with only the records known then', async () => {
    const instants = events.map(({ knownat }) => Date.parse(knownat));
    // The instant of a record itself, and the millisecond after it: known and not yet known.
    const knownBefore = fc
      .tuple(fc.constantFrom(...instants), fc.constantFrom(0, 1))
      .map(([instant, after]) => instant + after);
    await fc.assert(
      fc.asyncProperty(knownBefore, async (known) => {
        const fresh = await replayOf(known);
        try {
          for (const asOf of ['2015-06', '2018-08', '2025-12']) {
            expect(await tables(everything, asOf, new Date(known))).toEqual(await tables(fresh, asOf, null));
          }
        } finally {
          await fresh.drop();
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('are those of everything, where everything was known', async () => {
    const end = new Date('2026-01-01T00:00:00Z');
    expect(await tables(everything, '2025-12', end)).toEqual(await tables(everything, '2025-12', null));
  });
});
