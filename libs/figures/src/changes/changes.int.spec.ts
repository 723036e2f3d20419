import { DIMENSIONS, parseMonth } from '@lueckenlos/chain';
import type { MemoryEventStore } from '@lueckenlos/event-store';
import { AREAS_ID, KREFELD_AREAS, LIFE_CHAIN, LIFE_CHAIN_ID, synthesise } from '@lueckenlos/krefeld';
import type { TestDatabase } from '@lueckenlos/platform/testing';
import fc from 'fast-check';
import { readFigure } from '../cube/figure';
import { dropOffRows, scopeCounts } from '../drop-offs/drop-offs';
import type { FigureQuery } from '../query/figure-query';
import { logOf, logUpTo, replay } from '../testing/replays';
import {
  areasDefined,
  calendarAnnounced,
  chainDefined,
  delivered as deliveredBy,
  partnerEvent,
  type Delivery,
  type PartnerEvent,
} from '../testing/stored-events';
import { scopeChanges, statusChanges } from './change-rows';
import { readChanges } from './read-changes';

jest.setTimeout(120_000);

const NO_FILTER = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };
const QUESTIONS: Pick<FigureQuery, 'by' | 'filters' | 'level' | 'chainVersion'>[] = [
  { by: [], filters: NO_FILTER, level: null },
  { by: ['birthYear', 'area', 'povertyRisk'], filters: NO_FILTER, level: null },
  { by: ['area'], filters: { ...NO_FILTER, povertyRisk: ['true', 'unknown'] }, level: 'stadtbezirk' },
  { by: ['schoolYear'], filters: { ...NO_FILTER, birthYear: [2015, 2016] }, level: null, chainVersion: 2 },
];

const definitions = [
  chainDefined(LIFE_CHAIN_ID, LIFE_CHAIN),
  ...KREFELD_AREAS.map((edition) => areasDefined(AREAS_ID, edition)),
];
const events = [...synthesise({ cases: 50, births: { from: 2014, to: 2016 }, until: '2025-12', seed: 3 })];
/** Some children turn out to be one with the next, while the log goes on. */
const subjects = [...new Set(events.map(({ subject }) => subject))];
const links = subjects.slice(0, 8).map((subject, i): PartnerEvent => ({
  id: `link ${subject}`,
  source: '/agencies/youth-office',
  type: `lueckenlos.cases-${i % 3 === 2 ? 'un' : ''}linked.v1`,
  subject,
  knownat: '2020-01-01T00:00:00.000Z',
  data: { other: subjects[i - (i % 3) + 20] },
}));
const middle = Math.floor(events.length / 2);
const KNOWN = '2020-01-01T00:00:00.000Z';
function statement(
  id: string,
  kind: 'delivery-completed' | 'delivery-reopened',
  to: string,
  stages?: string[],
): Delivery {
  const data = { period: { from: '2014-01', to }, ...(stages ? { stages } : {}) };
  return deliveredBy(id === 'd' ? 'school-office' : 'youth-office', {
    kind,
    id,
    knownAt: Date.parse(KNOWN),
    data,
  });
}
/** Announced, completed and reopened among the records, by area and for the whole town. */
const monthly = { rhythm: 'monthly', from: '2014-01', dueWithinMonths: 1 } as const;
const said: readonly [place: number, delivery: Delivery][] = [
  [0.1, calendarAnnounced('youth-office', [{ stages: ['kita', 'school'], ...monthly }], KNOWN)],
  [
    0.2,
    calendarAnnounced('school-office', [{ stages: ['school'], areas: ['010', '050'], ...monthly }], KNOWN),
  ],
  [0.3, statement('a', 'delivery-completed', '2025-12')],
  [0.6, statement('b', 'delivery-reopened', '2017-12', ['kita'])],
  [0.8, statement('c', 'delivery-completed', '2018-06')],
  [0.9, statement('d', 'delivery-completed', '2019-12', ['school'])],
];
const delivered = [...events.slice(0, middle), ...links, ...events.slice(middle)].map(partnerEvent);
for (const [place, delivery] of said) delivered.splice(Math.floor(place * delivered.length), 0, delivery);

type Table = Map<string, number>;

/** Every count of a figure, under a name. */
async function tableOf({ pool }: TestDatabase, query: FigureQuery): Promise<Table> {
  const figure = await readFigure(pool, query, ['scope', 'status', 'window']);
  const table: Table = new Map(Object.entries(scopeCounts(figure)).filter(([, n]) => n !== 0));
  for (const { group, stage, counts } of dropOffRows(figure)) {
    for (const [status, n] of Object.entries(counts)) table.set(JSON.stringify([group, stage, status]), n);
  }
  return table;
}

describe('the changes between two states of the log', () => {
  let log: MemoryEventStore;
  let everything: TestDatabase;
  let head: number;

  beforeAll(async () => {
    log = await logOf([...definitions, ...delivered]);
    head = Number(await log.head());
    everything = await replay(log);
  });
  afterAll(() => everything.drop());

  it('lead from the figures of a replay up to the first to those of a replay up to the second', async () => {
    const positions = fc
      .uniqueArray(fc.integer({ min: definitions.length, max: head }), { minLength: 2, maxLength: 2 })
      .map((both) => both.sort((a, b) => a - b) as [number, number]);
    await fc.assert(
      fc.asyncProperty(positions, async ([from, to]) => {
        const [first, second] = [
          await replay(await logUpTo(log, from)),
          await replay(await logUpTo(log, to)),
        ];
        try {
          await compare(first, second, from, to);
        } finally {
          await first.drop();
          await second.drop();
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  async function compare(first: TestDatabase, second: TestDatabase, from: number, to: number): Promise<void> {
    for (const question of QUESTIONS) {
      for (const month of ['2018-08', '2025-12']) {
        for (const dimension of DIMENSIONS) {
          const asOf = parseMonth(month) ?? NaN;
          const clocks = { asOf, boundaries: asOf, knownBefore: null, minPosition: null };
          const query = { chain: LIFE_CHAIN_ID, ...question, ...clocks, dimension };
          const changes = await readChanges(everything.pool, query, [BigInt(from), BigInt(to)]);
          const table = await tableOf(first, query);
          const told = [
            ...scopeChanges(changes).map((change) => [change.scope, change] as const),
            ...statusChanges(changes).map(
              (change) => [JSON.stringify([change.group, change.stage, change.status]), change] as const,
            ),
          ];
          for (const [name, { before, after, entered, left, through }] of told) {
            expect([name, before]).toEqual([name, table.get(name) ?? 0]);
            expect(after).toBe(before + entered - left);
            expect(entered + left).toBeGreaterThan(0);
            expect(Object.values(through).every((files) => files > 0 && files <= entered + left)).toBe(true);
            if (after === 0) table.delete(name);
            else table.set(name, after);
          }
          expect(new Map([...table].sort())).toEqual(new Map([...(await tableOf(second, query))].sort()));
        }
      }
    }
  }

  it('are none where nothing arrived about a child', async () => {
    const asOf = parseMonth('2025-12') ?? NaN;
    const clocks = { asOf, boundaries: asOf, knownBefore: null, minPosition: null };
    const query: FigureQuery = {
      chain: LIFE_CHAIN_ID,
      by: ['birthYear', 'area'],
      filters: NO_FILTER,
      level: null,
      dimension: 'last',
      ...clocks,
    };
    const changes = await readChanges(everything.pool, query, [0n, BigInt(definitions.length)]);
    expect([scopeChanges(changes), statusChanges(changes)]).toEqual([[], []]);
  });
});
