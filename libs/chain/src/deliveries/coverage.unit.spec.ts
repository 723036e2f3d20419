import { formatMonth, parseMonth, type Month } from '../month';
import { CompletedMonths, type DeliveryStatement } from './completed-months';
import { Coverage, type Source } from './coverage';
import { announcementsOf, type AnnouncedDelivery } from './delivery-calendar';

const month = (text: string): Month => parseMonth(text) ?? NaN;
const monthly = { rhythm: 'monthly', from: '2025-01', dueWithinMonths: 1 } as const;

function source(
  agency: string,
  deliveries: readonly AnnouncedDelivery[],
  ...said: Partial<DeliveryStatement>[]
): Source {
  const whole = {
    kind: 'delivery-completed',
    knownAt: 0,
    from: month('2025-01'),
    stages: null,
    areas: null,
  } as const;
  const statements = said.map((one, i) => ({ ...whole, id: String(i), to: whole.from, ...one }));
  return { agency, announced: announcementsOf({ deliveries }), completed: new CompletedMonths(statements) };
}
const upTo = (to: string, parts: Partial<DeliveryStatement> = {}): Partial<DeliveryStatement> => ({
  to: month(to),
  ...parts,
});
const name = (through: Month): string => (Number.isFinite(through) ? formatMonth(through) : 'open to nobody');

describe('what is delivered about a stage', () => {
  it('is what the slowest of its sources has delivered', () => {
    const coverage = new Coverage([
      source('a', [{ stages: ['kita', 'visit'], ...monthly }], upTo('2025-06')),
      source('b', [{ stages: ['kita'], ...monthly }], upTo('2025-03')),
    ]);
    expect(['kita', 'visit', 'school'].map((stage) => name(coverage.completedThrough(stage, '010')))).toEqual(
      ['2025-03', '2025-06', 'open to nobody'],
    );
  });

  it('is told by area where areas are announced; a case of an unknown area may be of any', () => {
    const coverage = new Coverage([
      source(
        'a',
        [{ stages: ['kita'], areas: ['010', '020'], ...monthly }],
        upTo('2025-06', { areas: ['010'] }),
        upTo('2025-02', { areas: ['020'] }),
      ),
    ]);
    expect(['010', '020', '030', null].map((area) => name(coverage.completedThrough('kita', area)))).toEqual([
      '2025-06',
      '2025-02',
      'open to nobody',
      '2025-02',
    ]);
  });
});

describe('the coverage of a figure', () => {
  const told = (coverage: Coverage, asOf: string): string[] =>
    coverage
      .deliveries(new Set(['kita', 'visit']), month(asOf))
      .map(({ agency, stages, areas, completedThrough, due, state }) =>
        [
          agency,
          stages.join('+'),
          areas?.join('+') ?? 'town',
          completedThrough === null ? '–' : formatMonth(completedThrough),
          due === null ? '–' : formatMonth(due),
          state,
        ].join(' '),
      );

  it('is told for the stages of the figure, and for what has begun', () => {
    const deliveries = [
      { stages: ['kita', 'visit', 'school'], ...monthly, until: '2025-06' },
      { stages: ['kita'], ...monthly, from: '2025-07' },
    ];
    const coverage = new Coverage([source('a', deliveries, upTo('2025-06'))]);
    expect(told(coverage, '2025-05')).toEqual(['a kita+visit town 2025-06 2025-04 complete']);
    expect(told(coverage, '2025-08')).toEqual([
      'a kita+visit town 2025-06 2025-06 complete',
      'a kita town – 2025-07 silent',
    ]);
    expect(told(coverage, '2024-12')).toEqual([]);
  });

  it('tells apart what stands differently', () => {
    const deliveries = [{ stages: ['kita', 'visit'], areas: ['010', '020'], ...monthly }];
    const coverage = new Coverage([
      source('a', deliveries, upTo('2025-03', { stages: ['kita'], areas: ['010'] })),
    ]);
    expect(told(coverage, '2025-04')).toEqual([
      'a kita 010 2025-03 2025-03 partial',
      'a kita 020 – 2025-03 silent',
      'a visit 010+020 – 2025-03 silent',
    ]);
  });
});
