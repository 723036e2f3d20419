import { formatMonth, parseMonth, type Month } from '../month';
import { CompletedMonths, type DeliveryStatement } from './completed-months';
import { announcementsOf, type AnnouncedDelivery, type Announcement } from './delivery-calendar';
import { dueThrough, periodsEndingIn } from './periods';
import { statementOddity } from './statement-oddities';

const month = (text: string): Month => parseMonth(text) ?? NaN;

function announced(parts: Partial<AnnouncedDelivery> = {}): Announcement {
  const delivery = { stages: ['kita'], rhythm: 'quarterly', from: '2025-01', dueWithinMonths: 2 } as const;
  const [announcement] = announcementsOf({ deliveries: [{ ...delivery, ...parts }] });
  if (!announcement) throw new Error('One delivery was announced.');
  return announcement;
}

let ids = 0;
function said(from: string, to: string, parts: Partial<DeliveryStatement> = {}): DeliveryStatement {
  const id = String((ids += 1)).padStart(4, '0');
  return {
    kind: 'delivery-completed',
    id,
    knownAt: 1,
    from: month(from),
    to: month(to),
    stages: null,
    areas: null,
    ...parts,
  };
}

const through = (announcement: Announcement, ...statements: DeliveryStatement[]): string => {
  const last = new CompletedMonths(statements).completedThrough(announcement, 'kita', null);
  return Number.isFinite(last) ? formatMonth(last) : 'to the end';
};

describe('the periods of an announcement', () => {
  const periods = (announcement: Announcement, first: string, last: string): string[] =>
    periodsEndingIn(announcement, month(first), month(last)).map(
      ({ from, to, due }) => `${formatMonth(from)}–${formatMonth(to)} due ${formatMonth(due)}`,
    );

  it('follow from its first month and its rhythm', () => {
    expect(periods(announced({ from: '2025-02' }), '2025-01', '2025-12')).toEqual([
      '2025-02–2025-04 due 2025-06',
      '2025-05–2025-07 due 2025-09',
      '2025-08–2025-10 due 2025-12',
    ]);
    expect(periods(announced({ rhythm: 'yearly', from: '2020-08' }), '2025-01', '2025-12')).toEqual([
      '2024-08–2025-07 due 2025-09',
    ]);
  });

  it('end with it, the last one cut short', () => {
    expect(periods(announced({ until: '2025-05' }), '2025-01', '2026-12')).toEqual([
      '2025-01–2025-03 due 2025-05',
      '2025-04–2025-05 due 2025-07',
    ]);
  });

  it.each([
    ['2024-06', {}, '2024-12'],
    ['2025-04', {}, '2024-12'],
    ['2025-05', {}, '2025-03'],
    ['2025-08', {}, '2025-06'],
    ['2025-06', { until: '2025-05' }, '2025-03'],
    ['2025-07', { until: '2025-05' }, '2025-05'],
    ['2030-01', { until: '2025-05' }, '2025-05'],
    ['2025-02', { rhythm: 'monthly', dueWithinMonths: 0 }, '2025-02'],
  ] as const)('that were due by the end of %s (%j) reach to %s', (by, parts, expected) => {
    expect(formatMonth(dueThrough(announced(parts), month(by)))).toBe(expected);
  });
});

describe('an announcement', () => {
  it('is completed up to the first month that nobody has completed', () => {
    expect(through(announced())).toBe('2024-12');
    expect(through(announced(), said('2025-01', '2025-03'))).toBe('2025-03');
    expect(through(announced(), said('2025-01', '2025-03'), said('2025-07', '2025-09'))).toBe('2025-03');
    expect(through(announced(), said('2025-04', '2025-06'), said('2024-01', '2025-03'))).toBe('2025-06');
    expect(through(announced({ until: '2025-05' }), said('2025-01', '2025-06'))).toBe('to the end');
  });

  it('is reopened by the last statement known, whatever arrived last', () => {
    const reopening = said('2025-02', '2025-02', { kind: 'delivery-reopened', knownAt: 5 });
    expect(through(announced(), reopening, said('2025-01', '2025-03', { knownAt: 4 }))).toBe('2025-01');
    expect(through(announced(), reopening, said('2025-01', '2025-03', { knownAt: 6 }))).toBe('2025-03');
    const sameInstant = said('2025-01', '2025-03', { knownAt: 5 });
    expect(through(announced(), sameInstant, { ...reopening, id: '~' })).toBe('2025-01');
    expect(through(announced(), { ...sameInstant, id: '~' }, reopening)).toBe('2025-03');
  });

  it('is completed by statements about its stage and its area, or about all', () => {
    const one = said('2025-01', '2025-03', { stages: ['school'] });
    expect(through(announced(), one)).toBe('2024-12');
    const part = said('2025-01', '2025-03', { areas: ['010'] });
    expect(through(announced(), part)).toBe('2024-12');
    const ofArea = (statement: DeliveryStatement, area: string): string =>
      formatMonth(new CompletedMonths([statement]).completedThrough(announced(), 'kita', area));
    expect(ofArea(part, '010')).toBe('2025-03');
    expect(ofArea(part, '020')).toBe('2024-12');
    expect(ofArea(said('2025-01', '2025-03'), '020')).toBe('2025-03');
  });

  it('is completed since it was first said, or said again after a reopening', () => {
    const statements = [
      said('2025-01', '2025-03', { knownAt: 1 }),
      said('2025-01', '2025-03', { knownAt: 2 }),
      said('2025-03', '2025-03', { knownAt: 3, kind: 'delivery-reopened' }),
      said('2025-02', '2025-03', { knownAt: 4 }),
    ];
    const at = (text: string): number | null =>
      new CompletedMonths(statements).completedAt('kita', null, month(text));
    expect(['2025-01', '2025-02', '2025-03', '2025-04'].map(at)).toEqual([1, 1, 4, null]);
  });
});

describe('a statement is odd', () => {
  const oddity = (statement: DeliveryStatement, ...before: DeliveryStatement[]): string | null =>
    statementOddity(statement, [announced({ areas: ['010', '020'] })], new CompletedMonths(before));

  it.each([
    ['about months before the announcement', said('2024-01', '2024-12')],
    ['about another stage', said('2025-01', '2025-03', { stages: ['school'] })],
    ['about another area', said('2025-01', '2025-03', { areas: ['030'] })],
  ])('%s: not announced', (_, statement) => {
    expect(oddity(statement)).toBe('not-announced');
  });

  it('where it changes nothing', () => {
    const first = said('2025-01', '2025-03', { areas: ['010'] });
    expect(oddity(first)).toBeNull();
    expect(oddity(said('2025-02', '2025-03', { areas: ['010'] }), first)).toBe('nothing-new');
    expect(oddity(said('2025-01', '2025-03'), first)).toBeNull();
    expect(oddity(said('2025-01', '2025-03', { kind: 'delivery-reopened' }), first)).toBeNull();
    expect(oddity(said('2025-04', '2025-06', { kind: 'delivery-reopened' }), first)).toBe('nothing-new');
  });
});
