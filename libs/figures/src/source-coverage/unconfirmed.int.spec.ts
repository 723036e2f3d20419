import {
  caseFileOf,
  crossSection,
  DIMENSIONS,
  formatMonth,
  historiesOf,
  parseMonth,
  schedulerFor,
  type AnnouncedDelivery,
  type DeliveryStatement,
  type FiledDelivery,
  type Month,
} from '@lueckenlos/chain';
import { eventStoreMigrations, MemoryEventStore } from '@lueckenlos/event-store';
import { AREAS_ID, KREFELD_AREAS, LIFE_CHAIN, LIFE_CHAIN_ID, synthesise } from '@lueckenlos/krefeld';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import { dropOffs, projectionMigrations, ProjectionRunner } from '@lueckenlos/projections';
import fc from 'fast-check';
import { pino } from 'pino';
import { readFigure } from '../cube/figure';
import { dropOffRows } from '../drop-offs/drop-offs';
import type { FigureQuery } from '../query/figure-query';
import {
  appendsOf,
  areasDefined,
  calendarAnnounced,
  chainDefined,
  delivered,
  partnerEvent,
  type Delivery,
} from '../testing/stored-events';
import { isUnconfirmed, type Announced } from './testing/literal-rule';

jest.setTimeout(120_000);

const AGENCIES = ['youth-office', 'school-office'] as const;
const STAGES = ['early_help', 'kita', 'school_registration', 'school'];
const AREAS = ['010', '050', '170'];
const events = [...synthesise({ cases: 50, births: { from: 2014, to: 2017 }, until: '2025-12', seed: 11 })];
const definitions = [
  chainDefined(LIFE_CHAIN_ID, LIFE_CHAIN),
  ...KREFELD_AREAS.map((edition) => areasDefined(AREAS_ID, edition)),
];
const NO_FILTER = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };
const QUESTIONS: Pick<FigureQuery, 'by' | 'filters'>[] = [
  { by: [], filters: NO_FILTER },
  { by: ['birthYear', 'area', 'povertyRisk'], filters: NO_FILTER },
  { by: ['schoolYear'], filters: { ...NO_FILTER, area: ['010', '050', 'unknown'] } },
];

const scheduler = schedulerFor(LIFE_CHAIN);
const month = fc.integer({ min: 2014 * 12, max: 2026 * 12 });
const deadlines = [
  ...new Set([0, 7, 10, 20, 33, 44].flatMap((birth) => scheduler(2014 * 12 + birth)?.stages ?? [])),
]
  .filter(({ id }) => STAGES.includes(id))
  .map(({ deadline }) => deadline);
/** Months at which it matters whether something is just completed, or just not. */
const critical = fc.oneof(
  fc.constantFrom(...deadlines).chain((deadline) => fc.constantFrom(deadline - 1, deadline, deadline + 1)),
  month,
);
const beginning = fc.oneof(
  { weight: 3, arbitrary: fc.constant(2014 * 12) },
  { weight: 1, arbitrary: critical },
);
const anyInstant = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2026, 0) });
/** Before it most cases have nothing that is known later. */
const lateInstant = fc.integer({ min: Date.UTC(2025, 9), max: Date.UTC(2026, 0) });
const instant = fc.oneof(anyInstant, lateInstant);
const some = (names: readonly string[]): fc.Arbitrary<string[]> => fc.subarray([...names], { minLength: 1 });

const announcement = fc.record<AnnouncedDelivery>(
  {
    stages: some(STAGES),
    areas: some(AREAS),
    rhythm: fc.constantFrom('monthly', 'quarterly', 'half-yearly', 'yearly'),
    from: beginning.map(formatMonth),
    until: critical.map(formatMonth),
    dueWithinMonths: fc.integer({ min: 0, max: 6 }),
  },
  { requiredKeys: ['stages', 'rhythm', 'from', 'dueWithinMonths'] },
);
const calendars = fc.array(
  fc.record<Announced>({
    agency: fc.constantFrom(...AGENCIES),
    knownAt: instant,
    deliveries: fc.array(announcement, { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const statements = fc.array(
  fc.record({
    agency: fc.constantFrom(...AGENCIES),
    kind: fc.constantFrom<DeliveryStatement['kind']>(
      'delivery-completed',
      'delivery-completed',
      'delivery-reopened',
    ),
    knownAt: instant,
    from: beginning,
    to: critical,
    stages: fc.option(some(STAGES)),
    areas: fc.option(some(AREAS)),
  }),
  { maxLength: 12 },
);

interface World {
  readonly announced: readonly Announced[];
  readonly said: readonly (DeliveryStatement & { readonly agency: string })[];
  /** Where calendars and statements stand among the records. */
  readonly mixed: readonly Delivery[];
}

const worlds: fc.Arbitrary<World> = fc
  .tuple(
    calendars,
    statements,
    fc.array(fc.integer({ min: 0, max: events.length }), { minLength: 13, maxLength: 13 }),
  )
  .map(([announced, drawn, places]) => {
    const said = drawn.map((one, i) => ({ ...one, id: `s${i}`, to: Math.max(one.from, one.to) }));
    const mixed = events.map(partnerEvent);
    const put = (delivery: Delivery): void => void mixed.splice(places.pop() ?? 0, 0, delivery);
    said.forEach(({ agency, stages, areas, from, to, ...rest }) =>
      put(
        delivered(agency, {
          ...rest,
          data: { period: { from: formatMonth(from), to: formatMonth(to) }, stages, areas },
        }),
      ),
    );
    // Calendars of one agency in the order in which they were known, as they are when they are announced.
    for (const one of [...announced].sort((a, b) => b.knownAt - a.knownAt)) {
      mixed.unshift(calendarAnnounced(one.agency, one.deliveries, new Date(one.knownAt).toISOString()));
    }
    const first = mixed.splice(0, announced.length);
    const at = places.pop() ?? 0;
    mixed.splice(Math.min(at, mixed.length), 0, ...first.reverse());
    return { announced, said, mixed };
  });

async function project(mixed: readonly Delivery[]): Promise<TestDatabase> {
  const database = await createTestDatabase([...eventStoreMigrations, ...projectionMigrations]);
  const store = new MemoryEventStore();
  for (const batch of appendsOf([...definitions, ...mixed])) await store.append(batch, new Date());
  const options = { logger: pino({ level: 'silent' }), pageSize: 300, pollMs: 10 };
  await new ProjectionRunner({ pool: database.pool, store, projection: dropOffs, ...options }).catchUp();
  return database;
}

/** The records by case, as the fold over a case reads them. */
const cases = new Map<string, FiledDelivery[]>();
for (const { subject, id, source, knownat, type, data } of events) {
  const { occurredOn, stage, area, povertyRisk, corrects, retracts } = data as Record<string, unknown>;
  const kind = type.replace(/^lueckenlos\.|\.v1$/g, '');
  const month = parseMonth(String(occurredOn)) ?? 0;
  const stated = { month, stage: stage ?? null, area: area ?? null, povertyRisk: povertyRisk ?? null };
  const record = {
    kind,
    id,
    source,
    knownAt: Date.parse(knownat),
    position: 1,
    ...stated,
    corrects,
    retracts,
  };
  cases.set(subject, [...(cases.get(subject) ?? []), record as unknown as FiledDelivery]);
}
const files = [...cases].map((one) => caseFileOf([one]));

/** Statuses and closed windows by group and stage, child by child and by the literal rule. */
function counted(world: World, query: FigureQuery): Map<string, number> {
  const before = query.knownBefore?.getTime() ?? Infinity;
  const found = new Map<string, number>();
  const add = (key: string): void => void found.set(key, (found.get(key) ?? 0) + 1);
  for (const history of files.flatMap((file) => historiesOf(file, { before }))) {
    const section = crossSection(history, scheduler, query.asOf, query.dimension);
    if (!section) continue;
    const { cell, observations } = section;
    const { area } = query.filters;
    if (area && !area.includes(cell.area ?? 'unknown')) continue;
    const group = query.by.map((breakdown) => String(cell[breakdown] ?? 'unknown')).join(' ');
    const schedule = history.birth === null ? null : scheduler(history.birth);
    for (const { measure, stage, value } of observations) {
      if (measure !== 'status' && measure !== 'window') continue;
      const deadline = schedule?.stages.find(({ id }) => id === stage)?.deadline ?? NaN;
      const silent = isUnconfirmed({ stage, area: cell.area, deadline }, world, before);
      if (measure === 'window') {
        if (silent) continue;
        add(`${group} ${stage} closed`);
        if (value === 'reached') add(`${group} ${stage} in time`);
        continue;
      }
      const instead = { lost: 'overdue', lost_moved_out: 'censored_moved_out', lost_died: 'censored_died' }[
        value
      ];
      if (silent && instead) add(`${group} ${stage} unconfirmed`);
      add(`${group} ${stage} ${silent ? (instead ?? value) : value}`);
    }
  }
  return found;
}

async function answered({ pool }: TestDatabase, query: FigureQuery): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const row of dropOffRows(await readFigure(pool, query, ['status', 'window', 'unconfirmed']))) {
    const { group, stage, counts, unconfirmed, reachedShare } = row;
    const values = query.by.map((breakdown) => String(group[breakdown])).join(' ');
    const put = (what: string, n: number): void => void (n && found.set(`${values} ${stage} ${what}`, n));
    Object.entries(counts).forEach(([status, n]) => put(status, n));
    put('unconfirmed', unconfirmed);
    put('closed', reachedShare.n);
    put('in time', Math.round((reachedShare.value ?? 0) * reachedShare.n));
  }
  return found;
}

describe('cases whose source has not delivered the month of their deadline', () => {
  it('are not lost at any pair of clocks, by a rule that looks at each child and each month', async () => {
    const clocks = fc.tuple(critical, fc.option(instant));
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(clocks, { minLength: 4, maxLength: 4 }), async (world, pairs) => {
        const database = await project(world.mixed);
        try {
          for (const [asOf, known] of pairs) {
            for (const question of QUESTIONS) {
              for (const dimension of DIMENSIONS) {
                const query = { ...question, ...clocksOf(asOf, known), chain: LIFE_CHAIN_ID, dimension };
                expect(await answered(database, query)).toEqual(counted(world, query));
              }
            }
          }
        } finally {
          await database.drop();
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});

function clocksOf(
  asOf: Month,
  known: number | null,
): Pick<FigureQuery, 'asOf' | 'boundaries' | 'knownBefore' | 'minPosition' | 'level'> {
  const knownBefore = known === null ? null : new Date(known);
  return { asOf, boundaries: asOf, knownBefore, minPosition: null, level: null };
}
