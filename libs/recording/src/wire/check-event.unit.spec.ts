import fc from 'fast-check';
import { BAD_EVENTS } from '../testing/bad-events';
import { contextFor, NOW } from '../testing/context';
import { cloudEvent, completed, corrected, linked, reached, retracted, unlinked } from '../testing/events';
import { checkEvent } from './check-event';
import { classValidatorCheck } from './shape/class-validator-check';
import { compiledCheck } from './shape/compiled-check';

const WAYS = [
  ['class-validator', classValidatorCheck],
  ['the compiled schema', compiledCheck],
] as const;

const faultsOf = (checked: ReturnType<typeof checkEvent>): string[] =>
  (checked.faults ?? []).map(({ code, pointer }) => `${code} ${pointer ?? ''}`);

describe.each(WAYS)('an event checked by %s', (_, shape) => {
  it.each(BAD_EVENTS)('is refused for %s', (_what, sent, expected) => {
    expect(faultsOf(checkEvent(sent, shape, contextFor()))).toEqual(expected);
  });

  it.each([
    ['a stage', reached('kita', '2015-08')],
    ['a day', reached('kita', '2015-08-31')],
    ['nulls', reached('kita', '2015-08', { time: null, knownat: null }, { area: null, povertyRisk: null })],
    ['nulls of other types', cloudEvent('moved-in', { occurredOn: '2015-08', stage: null, corrects: null })],
    [
      'all that is allowed',
      reached('kita', '2015-08', { time: '2015-08-31T09:00:00+02:00', datacontenttype: 'application/json' }),
    ],
    ['a link of two cases', linked('c1', 'c2')],
    ['a delivery', completed('2025-01', '2025-03-31')],
    ['a delivery of the present month', completed('2026-03', '2026-03')],
    ['a delivery of some', completed('2025-01', '2025-03', {}, { stages: ['kita'], areas: ['010', 'D39'] })],
    ['one that is undone', unlinked('c1', 'c2')],
    ['next month', reached('kita', '2026-04')],
    ['an id of 128 astral characters', reached('kita', '2015-08', { id: '😀'.repeat(128) })],
    ['a correction without a stage', corrected('r-0', '2015-08')],
    [
      'a retraction with a reason of two lines',
      retracted('r-0', { data: { retracts: 'r-0', reason: 'a\n\tb' } }),
    ],
  ])('passes with %s', (_what, sent) => {
    expect(faultsOf(checkEvent(sent, shape, contextFor()))).toEqual([]);
  });
});

describe('the two ways to check', () => {
  it('find the same in any JSON value', () => {
    const near = fc.record(
      {
        specversion: fc.constantFrom('1.0', 1, null),
        id: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null)),
        source: fc.constantFrom('/agencies/youth-office', '/x', 5),
        type: fc.constantFrom(
          'lueckenlos.stage-reached.v1',
          'lueckenlos.corrected.v1',
          'lueckenlos.retracted.v1',
          'lueckenlos.cases-linked.v1',
          'lueckenlos.delivery-completed.v1',
          'x',
        ),
        subject: fc.oneof(fc.constant('c1'), fc.string()),
        knownat: fc.oneof(fc.constant('2015-01-01T00:00:00Z'), fc.jsonValue()),
        data: fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              stage: fc.oneof(fc.constantFrom('kita', 'x', null), fc.jsonValue()),
              occurredOn: fc.oneof(fc.constantFrom('2015-08', '2015-08-31'), fc.jsonValue()),
              area: fc.oneof(fc.constantFrom('010', null), fc.jsonValue()),
              corrects: fc.oneof(fc.constant('r-0'), fc.jsonValue()),
              [`retracts`]: fc.oneof(fc.constant('r-0'), fc.jsonValue()),
              other: fc.oneof(fc.constantFrom('c1', 'c2'), fc.jsonValue()),
              period: fc.oneof(fc.constant({ from: '2025-01', to: '2025-03' }), fc.jsonValue()),
              stages: fc.oneof(fc.constant(['kita']), fc.jsonValue()),
              constructor: fc.jsonValue(),
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.jsonValue()), (value) => {
        const [one, other] = WAYS.map(([, shape]) => checkEvent(value, shape, contextFor()));
        expect(one).toEqual(other);
        expect(one?.event === undefined).toBe((one?.faults ?? []).length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what an answer lists', () => {
  const refused = (sent: unknown) => checkEvent(sent, compiledCheck, contextFor()).faults?.[0]?.params;

  it('names the stages and areas that are valid', () => {
    expect(refused(reached('x', '2015-08'))).toMatchObject({
      allowed: ['birth', 'kita', 'pregnancy_notice', 'school'],
    });
    expect(refused(reached('kita', '2015-08', {}, { area: 'x' }))).toMatchObject({
      allowed: ['010', '020', 'D39'],
    });
  });

  it('names the first and the last valid month by the clock', () => {
    expect(refused(reached('kita', '2030-01'))).toEqual({ earliest: '1900-01', latest: '2026-04' });
  });

  it('stays of a sensible size for a body full of unknown members', () => {
    const full = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`m${at}`, at]));
    expect(checkEvent(reached('kita', '2015-08', full), compiledCheck, contextFor()).faults).toHaveLength(50);
  });
});

describe('an instant of knowledge', () => {
  const check = (knownat: string) =>
    checkEvent(reached('kita', '2015-08', { knownat }), compiledCheck, contextFor({ mayBackfill: true }));

  it('is taken over in UTC by those who may state one', () => {
    expect(check('2015-09-01T02:00:00+02:00').event?.knownAt).toBe(Date.UTC(2015, 8, 1));
    expect(check(NOW.toISOString()).event?.knownAt).toBe(NOW.getTime());
  });

  it.each(['2026-03-15T12:00:00.001Z', '0000-01-01T00:00:00Z'])('is refused at %s', (knownat) => {
    expect(faultsOf(check(knownat))).toEqual(['recording.knownat-out-of-range /knownat']);
  });
});
