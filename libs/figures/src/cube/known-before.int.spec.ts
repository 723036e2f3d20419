import { DIMENSIONS, MEASURES, parseMonth, type Dimension } from '@lueckenlos/chain';
import { AREAS_ID, KREFELD_AREAS, LIFE_CHAIN, LIFE_CHAIN_ID, synthesise } from '@lueckenlos/krefeld';
import type { TestDatabase } from '@lueckenlos/platform/testing';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { COMPETING } from '../curves/curve-question';
import { readCurves } from '../curves/read-curves';
import { dropOffRows, scopeCounts } from '../drop-offs/drop-offs';
import { flowRows } from '../flows/flows';
import { readForecast } from '../forecast/read-forecast';
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

interface Look {
  readonly asOf: string;
  readonly question: (typeof QUESTIONS)[number];
  readonly dimension: Dimension;
}

/** Every kind of figure for one question. */
async function figuresOf({ pool }: TestDatabase, look: Look, knownBefore: Date | null): Promise<unknown[]> {
  const asOf = parseMonth(look.asOf) ?? NaN;
  const clocks = { asOf, boundaries: asOf, knownBefore, minPosition: null };
  const { question, dimension } = look;
  const query: FigureQuery = { chain: LIFE_CHAIN_ID, dimension, ...clocks, ...question };
  const figure = await readFigure(pool, query, MEASURES);
  const counted = [scopeCounts(figure), dropOffRows(figure), flowRows(figure)];
  return [...counted, ...(await monthByMonth(pool, query))];
}

/** Figures that follow children month by month, `last` where the first value is asked for of the others. */
async function monthByMonth(pool: Pool, query: FigureQuery): Promise<unknown[]> {
  const dimension = query.dimension === 'last' ? 'then' : 'last';
  const common = { dimension, estimator: 'aalen-johansen', competing: COMPETING, horizon: null } as const;
  const birth = await readCurves(pool, query, { ...common, from: 'birth', stage: 'kita' });
  const kita = await readCurves(pool, query, { ...common, from: 'kita', stage: 'school' });
  const { strata } = await readOccupation(pool, query, common);
  const { rows } = await readForecast(pool, query, 12);
  return [birth.strata, kita.strata, strata, rows];
}

/** For most cases something was known later; for fewer than half; and the record itself known and not yet known. */
const lastOfCases = new Map<string, number>();
for (const { subject, knownat } of events) {
  lastOfCases.set(subject, Math.max(lastOfCases.get(subject) ?? 0, Date.parse(knownat)));
}
const lasts = [...lastOfCases.values()].sort((a, b) => a - b);
const mostAreKnown = lasts[Math.ceil(lasts.length / 2)] ?? NaN;
const instants = events.map(({ knownat }) => Date.parse(knownat));
const instantOf = (among: readonly number[]): fc.Arbitrary<number> =>
  fc.tuple(fc.constantFrom(...among), fc.constantFrom(0, 1)).map(([instant, after]) => instant + after);
const bothWays = fc.tuple(
  instantOf(instants.filter((instant) => instant < mostAreKnown)),
  instantOf(instants.filter((instant) => instant > mostAreKnown)),
);
const looks = fc.array(
  fc.record<Look>({
    asOf: fc.constantFrom('2015-06', '2018-08', '2025-12'),
    question: fc.constantFrom(...QUESTIONS),
    dimension: fc.constantFrom(...DIMENSIONS),
  }),
  { minLength: 6, maxLength: 6 },
);

/** Few children in each group: one who reached a stage early and then moved is all that there is to count. */
const FINE: Look = { asOf: '2025-12', question: QUESTIONS[1] as Look['question'], dimension: 'first' };

describe('figures known before an instant in the past', () => {
  let everything: TestDatabase;

  beforeAll(async () => {
    everything = await replayOf();
  });
  afterAll(() => everything.drop());

  it('are those of a fresh replay with only the records known then', async () => {
    await fc.assert(
      fc.asyncProperty(bothWays, looks, async (pair, asked) => {
        for (const known of pair) {
          const fresh = await replayOf(known);
          try {
            for (const look of asked) {
              const then = await figuresOf(everything, look, new Date(known));
              expect(then).toEqual(await figuresOf(fresh, look, null));
            }
          } finally {
            await fresh.drop();
          }
        }
      }),
      { numRuns: 3, endOnFailure: true, examples: [[[1_507_139_894_001, 1_704_610_321_000], [FINE]]] },
    );
  });

  it('are those of everything, where everything was known', async () => {
    const end = new Date('2026-01-01T00:00:00Z');
    for (const question of QUESTIONS) {
      const look = { asOf: '2025-12', question, dimension: 'first' } as const;
      expect(await figuresOf(everything, look, end)).toEqual(await figuresOf(everything, look, null));
    }
  });
});
