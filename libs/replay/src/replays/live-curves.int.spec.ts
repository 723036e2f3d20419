import { CURVE_DIMENSIONS, parseMonth } from '@lueckenlos/chain';
import { eventId, eventStoreMigrations, MemoryEventStore, type NewEvent } from '@lueckenlos/event-store';
import {
  COMPETING,
  dropOffAnswers,
  ESTIMATORS,
  readCurves,
  readFigure,
  strataAnswers,
} from '@lueckenlos/figures';
import { AREAS_ID, KREFELD_AREAS, LIFE_CHAIN, LIFE_CHAIN_ID, synthesise } from '@lueckenlos/krefeld';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import { dropOffs, projectionMigrations, ProjectionRunner } from '@lueckenlos/projections';
import fc from 'fast-check';
import { pino } from 'pino';
import { replay, replayCurves } from '../engine';
import { readLog } from '../log/read-log';

jest.setTimeout(60_000);

const YEARS = { births: { from: 2014, to: 2017 }, until: '2025-12' };
const events = [...synthesise({ cases: 60, ...YEARS, seed: 11 })];
const instants = events.map(({ knownat }) => Date.parse(knownat)).sort((a, b) => a - b);
const halfKnown = new Date(instants[Math.floor(instants.length / 2)] ?? 0).toISOString();

interface Told {
  readonly stream: string;
  readonly event: NewEvent;
}

function told(stream: string, type: string, data: object, metadata: object, source: string | null): Told {
  const id = eventId(stream, JSON.stringify([type, data, metadata]));
  const whole = { knownAt: '2010-01-01T00:00:00.000Z', contentHash: '', ...metadata };
  return {
    stream,
    event: {
      id,
      type: `lueckenlos.${type}.v1`,
      schemaVersion: 1,
      source,
      data: { ...data },
      metadata: whole,
    },
  };
}

/** Kita is announced for the whole town, school for one area only. */
const DELIVERIES = [
  { stages: ['kita'], rhythm: 'monthly', from: '2014-01', dueWithinMonths: 1 },
  { stages: ['school'], areas: ['010'], rhythm: 'monthly', from: '2014-01', dueWithinMonths: 1 },
];
const TOLD: Told[] = [
  told(`chain-${LIFE_CHAIN_ID}`, 'chain-defined', { chain: LIFE_CHAIN_ID, ...LIFE_CHAIN }, {}, null),
  ...KREFELD_AREAS.map((edition) =>
    told(`areas-${AREAS_ID}`, 'areas-defined', { municipality: AREAS_ID, ...edition }, {}, null),
  ),
  ...events.map(({ id, source, type, subject, knownat, data }) => ({
    stream: `case-${subject}`,
    event: {
      ...told(`case-${subject}`, '', {}, {}, source).event,
      ...{ id: eventId(source, id), type, data: { ...data } },
      metadata: { knownAt: knownat, contentHash: '', subject, senderId: id },
    },
  })),
  told(
    'deliveries-office',
    'delivery-calendar-defined',
    { agency: 'office', deliveries: DELIVERIES },
    { knownAt: halfKnown },
    null,
  ),
  told(
    'deliveries-office',
    'delivery-completed',
    { period: { from: '2014-01', to: '2019-06' } },
    { senderId: 'half', agency: 'office', knownAt: halfKnown },
    '/agencies/office',
  ),
];

/** Agencies send some records twice; the intake stores them once. */
const LOG = [...new Map(TOLD.map((one) => [one.event.id, one])).values()];

const NO_FILTER = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };
const questions = fc.record({
  asOf: fc.constantFrom('2016-06', '2019-08', '2025-12'),
  stages: fc.constantFrom(['birth', 'kita'], ['kita', 'school'], ['pregnancy_notice', 'school']),
  estimator: fc.constantFrom(...ESTIMATORS),
  competing: fc.subarray([...COMPETING]),
  dimension: fc.constantFrom(...CURVE_DIMENSIONS),
  horizon: fc.constantFrom(null, 24),
  place: fc.constantFrom(
    { by: [], level: null, filters: NO_FILTER },
    { by: ['area', 'povertyRisk'], level: null, filters: NO_FILTER },
    { by: ['area'], level: 'stadtbezirk', filters: { ...NO_FILTER, povertyRisk: ['true', 'unknown'] } },
    { by: ['schoolYear'], level: null, filters: { ...NO_FILTER, birthYear: [2015, 2016] } },
    { by: ['birthYear'], level: null, filters: { ...NO_FILTER, area: ['010', 'unknown'] } },
  ),
  boundaries: fc.constantFrom(undefined, '2016-06', '2025-12'),
  chainVersion: fc.constantFrom(undefined, undefined, 1, 2),
  before: fc.constantFrom(null, instants[Math.floor(instants.length / 3)] ?? 0, Date.parse(halfKnown) + 1),
  upTo: fc.constantFrom(LOG.length, LOG.length - 2, Math.floor(LOG.length / 2)),
});

describe('curves counted from the log alone', () => {
  const store = new MemoryEventStore();
  let database: TestDatabase;

  beforeAll(async () => {
    for (const { stream, event } of LOG)
      await store.append([{ stream, expected: 'any', events: [event] }], new Date('2026-01-01T00:00:00Z'));
    database = await createTestDatabase([...eventStoreMigrations, ...projectionMigrations]);
    const options = { pool: database.pool, logger: pino({ level: 'silent' }), pageSize: 400, pollMs: 10 };
    await new ProjectionRunner({ ...options, store, projection: dropOffs }).catchUp();
  });
  afterAll(() => database.drop());

  it('are the live ones to the last digit, whatever is asked', async () => {
    const seen = { points: 0, cut: 0 };
    await fc.assert(
      fc.asyncProperty(questions, async ({ asOf: month, stages, place, before, upTo, ...more }) => {
        const { boundaries: edition = month, chainVersion, ...estimation } = more;
        const [asOf, boundaries] = [parseMonth(month) ?? NaN, parseMonth(edition) ?? NaN];
        const special = { boundaries, ...(chainVersion === undefined ? {} : { chainVersion }) };
        const [from = '', stage = ''] = stages;
        const competing = estimation.estimator === 'kaplan-meier' ? [] : estimation.competing;
        const request = { ...estimation, from, stage, competing };
        const part = { after: 0n, upTo: BigInt(upTo), limit: Infinity, filter: {} };
        const { strata } = await replayCurves(
          readLog(store, part),
          {
            chain: LIFE_CHAIN_ID,
            asOf,
            ...special,
            ...place,
            request,
            known: { upTo, before: before ?? Infinity },
          },
          { folder: '/nowhere', memory: 2 ** 26, upTo },
        );
        const live = await readCurves(
          database.pool,
          {
            ...{ chain: LIFE_CHAIN_ID, asOf, ...special, upTo, dimension: 'last', minPosition: null },
            knownBefore: before === null ? null : new Date(before),
            ...place,
          },
          request,
        );
        expect(strata).toEqual(strataAnswers(live.strata));
        for (const { points, deliveredThrough } of strata) {
          seen.points += points.length;
          if (deliveredThrough !== undefined) seen.cut++;
        }
      }),
      { numRuns: 40 },
    );
    // Whatever the seed: what no curve has is not compared.
    expect(Object.values(seen).every((n) => n > 0)).toBe(true);
  });

  it.each([
    ['2016-06', 1],
    ['2025-12', 1],
    ['2025-12', 2],
  ])('and drop-offs are the live ones in the areas of %s and by version %d alone', async (month, version) => {
    const asOf = parseMonth('2019-08') ?? NaN;
    const by = ['area'] as const;
    const question = {
      ...{ chain: LIFE_CHAIN_ID, chainVersion: version, asOf, by, level: 'stadtbezirk' },
      boundaries: parseMonth(month) ?? NaN,
    };
    const { rows } = await replay(
      readLog(store, { after: 0n, upTo: BigInt(LOG.length), limit: Infinity, filter: {} }),
      { question: { ...question, known: {} } },
      { folder: '/nowhere', memory: 2 ** 26 },
    );
    const rest = { filters: NO_FILTER, dimension: 'last', minPosition: null, knownBefore: null } as const;
    const measures = ['scope', 'status', 'window', 'unconfirmed'] as const;
    const live = await readFigure(database.pool, { ...question, ...rest }, measures);
    expect(rows).toEqual(dropOffAnswers(live));
    // Nine districts became five.
    expect(new Set(rows.map(({ area }) => area)).size > 6).toBe(month < '2025-11');
  });
});
