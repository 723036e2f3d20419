import { cloudEvent, completed, corrected, linked, reached, retracted, unlinked } from './events';

/** What is sent, and every fault that must be found in it, as `code pointer`. */
export type BadEvent = readonly [what: string, sent: unknown, faults: readonly string[]];

const KITA = { stage: 'kita', occurredOn: '2015-08' };
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);
const without = (member: string): object => {
  const event = reached('kita', '2015-08');
  delete event[member];
  return event;
};
const json = (text: string): unknown => JSON.parse(text);
const missing = (...pointers: string[]): string[] =>
  pointers.map((pointer) => `recording.missing-member ${pointer}`);

/** The bad input that every way in must answer with the same codes. */
export const BAD_EVENTS: readonly BadEvent[] = [
  ['null', null, ['recording.not-an-object ']],
  ['a number', 7, ['recording.not-an-object ']],
  ['a text', 'event', ['recording.not-an-object ']],
  ['a list', [reached('kita', '2015-08')], ['recording.not-an-object ']],
  ['nothing in it', {}, missing('/specversion', '/id', '/source', '/type', '/subject', '/data')],
  ['no id', without('id'), missing('/id')],
  ['null where a value is required', reached('kita', '2015-08', { id: null }), missing('/id')],
  ['no data', without('data'), missing('/data')],
  ['data as a text', reached('kita', '2015-08', { data: 'kita' }), ['recording.bad-data /data']],
  ['data as a list', reached('kita', '2015-08', { data: [KITA] }), ['recording.bad-data /data']],
  [
    'another version of CloudEvents',
    reached('kita', '2015-08', { specversion: '0.3' }),
    ['recording.bad-specversion /specversion'],
  ],
  [
    'a version that is a number',
    reached('kita', '2015-08', { specversion: 1.0 }),
    ['recording.bad-specversion /specversion'],
  ],
  ['an empty id', reached('kita', '2015-08', { id: '' }), ['recording.bad-id /id']],
  ['an id of 129 characters', reached('kita', '2015-08', { id: 'é'.repeat(129) }), ['recording.bad-id /id']],
  ['NUL in an id', reached('kita', '2015-08', { id: 'a\u0000b' }), ['recording.bad-id /id']],
  ['a line feed in an id', reached('kita', '2015-08', { id: 'a\nb' }), ['recording.bad-id /id']],
  ['a C1 control in an id', reached('kita', '2015-08', { id: 'a\u0085b' }), ['recording.bad-id /id']],
  ['half a surrogate pair in an id', reached('kita', '2015-08', { id: 'a\ud800' }), ['recording.bad-id /id']],
  ['an id that is a number', reached('kita', '2015-08', { id: 4711 }), ['recording.bad-id /id']],
  [
    'a subject with a slash',
    reached('kita', '2015-08', { subject: 'case/1' }),
    ['recording.bad-subject /subject'],
  ],
  [
    'a subject with a line feed at its end',
    reached('kita', '2015-08', { subject: 'c1\n' }),
    ['recording.bad-subject /subject'],
  ],
  [
    'a subject that is too long',
    reached('kita', '2015-08', { subject: 'c'.repeat(129) }),
    ['recording.bad-subject /subject'],
  ],
  ['an unknown type', cloudEvent('lost', KITA), ['recording.unknown-type /type']],
  [
    'the short form of a type',
    reached('kita', '2015-08', { type: 'stage-reached' }),
    ['recording.unknown-type /type'],
  ],
  ['a time that is none', reached('kita', '2015-08', { time: 'yesterday' }), ['recording.bad-time /time']],
  [
    'a day that does not exist as time',
    reached('kita', '2015-08', { time: '2015-02-29T00:00:00Z' }),
    ['recording.bad-time /time'],
  ],
  [
    'another media type of the data',
    reached('kita', '2015-08', { datacontenttype: 'text/csv' }),
    ['recording.bad-content-type /datacontenttype'],
  ],
  [
    'an unknown attribute',
    reached('kita', '2015-08', { dataschema: 'urn:x' }),
    ['recording.unknown-member /dataschema'],
  ],
  [
    'an unknown attribute that is null',
    reached('kita', '2015-08', { dataschema: null }),
    ['recording.unknown-member /dataschema'],
  ],
  [
    'an unknown member of the data',
    reached('kita', '2015-08', {}, { name: 'Mia' }),
    ['recording.unknown-member /data/name'],
  ],
  [
    'a name that needs escapes',
    reached('kita', '2015-08', {}, { 'a/b~c': 1 }),
    ['recording.unknown-member /data/a~1b~0c'],
  ],
  [
    'members of every object',
    json(
      '{"specversion":"1.0","id":"r","source":"/agencies/youth-office","type":"lueckenlos.stage-reached.v1","subject":"c1","data":{"stage":"kita","occurredOn":"2015-08","__proto__":{"area":7},"constructor":1}}',
    ),
    ['recording.unknown-member /data/__proto__', 'recording.unknown-member /data/constructor'],
  ],
  ['a stage for a move', cloudEvent('moved-in', KITA), ['recording.unknown-member /data/stage']],
  [
    'a fact in a retraction',
    retracted('r-0', { data: { retracts: 'r-0', reason: 'x', occurredOn: '2015-08' } }),
    ['recording.unknown-member /data/occurredOn'],
  ],
  ['no stage and no month', cloudEvent('stage-reached', {}), missing('/data/occurredOn', '/data/stage')],
  [
    'a stage that is a number',
    cloudEvent('stage-reached', { ...KITA, stage: 3 }),
    ['recording.bad-stage /data/stage'],
  ],
  ['month 13', reached('kita', '2015-13'), ['recording.bad-month /data/occurredOn']],
  ['month 0', reached('kita', '2015-00'), ['recording.bad-month /data/occurredOn']],
  ['30 February', reached('kita', '2015-02-30'), ['recording.bad-month /data/occurredOn']],
  ['29 February of a common year', reached('kita', '1900-02-29'), ['recording.bad-month /data/occurredOn']],
  ['an instant as month', reached('kita', '2015-08-01T00:00:00Z'), ['recording.bad-month /data/occurredOn']],
  ['a month with a line feed', reached('kita', '2015-08\n'), ['recording.bad-month /data/occurredOn']],
  [
    'an area that is a number',
    reached('kita', '2015-08', {}, { area: 10 }),
    ['recording.bad-area /data/area'],
  ],
  [
    'an area that is deeply nested',
    reached('kita', '2015-08', {}, { area: nested(5_000) }),
    ['recording.bad-area /data/area'],
  ],
  [
    'a poverty risk in words',
    reached('kita', '2015-08', {}, { povertyRisk: 'yes' }),
    ['recording.bad-poverty-risk /data/povertyRisk'],
  ],
  ['a correction of nothing', corrected('', '2015-08'), ['recording.bad-target /data/corrects']],
  ['a retraction without reason', cloudEvent('retracted', { retracts: 'r-0' }), missing('/data/reason')],
  [
    'an empty reason',
    cloudEvent('retracted', { retracts: 'r-0', reason: '' }),
    ['recording.bad-reason /data/reason'],
  ],
  [
    'a reason of 501 characters',
    cloudEvent('retracted', { retracts: 'r-0', reason: 'x'.repeat(501) }),
    ['recording.bad-reason /data/reason'],
  ],
  [
    'NUL in a reason',
    cloudEvent('retracted', { retracts: 'r-0', reason: 'a\u0000' }),
    ['recording.bad-reason /data/reason'],
  ],
  ['a link without the other case', cloudEvent('cases-linked', {}), missing('/data/other')],
  ['a link to a pseudonym with a slash', linked('c1', 'c/2'), ['recording.bad-other /data/other']],
  ['a link to a number', cloudEvent('cases-unlinked', { other: 2 }), ['recording.bad-other /data/other']],
  ['a link of a case to itself', unlinked('c1', 'c1'), ['recording.linked-to-itself /data/other']],
  [
    'a fact in a link',
    cloudEvent('cases-linked', { other: 'c2', occurredOn: '2015-08' }),
    ['recording.unknown-member /data/occurredOn'],
  ],
  [
    'the other case in a fact',
    reached('kita', '2015-08', {}, { other: 'c2' }),
    ['recording.unknown-member /data/other'],
  ],
  ['a delivery without a period', completed('', '', { data: {} }), missing('/data/period')],
  [
    'a delivery with a subject',
    completed('2025-01', '2025-03', { subject: 'c1' }),
    ['recording.unknown-member /subject'],
  ],
  [
    'a period that is a text',
    completed('', '', { data: { period: '2025-Q1' } }),
    ['recording.bad-period /data/period'],
  ],
  [
    'a period without an end',
    completed('', '', { data: { period: { from: '2025-01' } } }),
    ['recording.bad-period /data/period'],
  ],
  [
    'a period with more in it',
    completed('', '', { data: { period: { from: '2025-01', to: '2025-02', by: 'x' } } }),
    ['recording.bad-period /data/period'],
  ],
  ['a period of no months', completed('2025-13', '2025-14'), ['recording.bad-period /data/period']],
  ['a period backwards', completed('2025-03', '2025-01'), ['recording.period-out-of-range /data/period']],
  [
    'a period that is not over',
    completed('2026-01', '2026-04'),
    ['recording.period-out-of-range /data/period'],
  ],
  ['a period before 1900', completed('1899-12', '2025-01'), ['recording.period-out-of-range /data/period']],
  [
    'no stage listed',
    completed('2025-01', '2025-03', {}, { stages: [] }),
    ['recording.bad-stages /data/stages'],
  ],
  [
    'a stage listed twice',
    completed('2025-01', '2025-03', {}, { stages: ['kita', 'kita'] }),
    ['recording.bad-stages /data/stages'],
  ],
  [
    'stages and areas of other kinds',
    completed('2025-01', '2025-03', {}, { stages: 'kita', areas: [10] }),
    ['recording.bad-stages /data/stages', 'recording.bad-areas /data/areas'],
  ],
  [
    'each wrong stage and area of a delivery',
    completed('2025-01', '2025-03', {}, { stages: ['kita', 'school', 'x'], areas: ['010', 'y', 'z'] }),
    [
      'recording.stage-not-allowed /data/stages/1',
      'recording.unknown-stage /data/stages/2',
      'recording.unknown-area /data/areas/1',
      'recording.unknown-area /data/areas/2',
    ],
  ],
  [
    'a knownat that is none',
    reached('kita', '2015-08', { knownat: '2015-08' }),
    ['recording.bad-knownat /knownat'],
  ],
  [
    "someone else's source",
    reached('kita', '2015-08', { source: '/agencies/job-centre' }),
    ['recording.foreign-source /source'],
  ],
  [
    'a type that the agency may not send',
    cloudEvent('died', { occurredOn: '2015-08' }),
    ['recording.type-not-allowed /type'],
  ],
  [
    'a stage that the agency may not send',
    reached('school', '2015-08'),
    ['recording.stage-not-allowed /data/stage'],
  ],
  [
    'a correction to such a stage',
    corrected('r-0', '2015-08', {}, { stage: 'school' }),
    ['recording.stage-not-allowed /data/stage'],
  ],
  [
    'knownat without the scope for it',
    reached('kita', '2015-08', { knownat: '2015-09-01T00:00:00Z' }),
    ['recording.backfill-not-allowed /knownat'],
  ],
  ['an unknown stage', reached('university', '2015-08'), ['recording.unknown-stage /data/stage']],
  ['an unknown area', reached('kita', '2015-08', {}, { area: '999' }), ['recording.unknown-area /data/area']],
  ['a month before 1900', reached('kita', '1899-12'), ['recording.month-out-of-range /data/occurredOn']],
  ['a month after the next', reached('kita', '2026-05'), ['recording.month-out-of-range /data/occurredOn']],
  [
    'many faults at once',
    cloudEvent(
      'stage-reached',
      { occurredOn: '2026-05', area: '999', povertyRisk: 1, x: 1 },
      { id: '', source: '/agencies/x' },
    ),
    [
      'recording.foreign-source /source',
      'recording.bad-id /id',
      'recording.bad-poverty-risk /data/povertyRisk',
      ...missing('/data/stage'),
      'recording.unknown-member /data/x',
      'recording.month-out-of-range /data/occurredOn',
      'recording.unknown-area /data/area',
    ],
  ],
];
