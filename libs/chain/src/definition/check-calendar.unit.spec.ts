import { checkCalendar } from './check-calendar';

const context = {
  stages: new Set(['birth', 'kita', 'school']),
  areas: new Set(['010', '020']),
  maySendStage: (stage: string) => stage !== 'school',
};
const kita = { stages: ['kita'], rhythm: 'quarterly', from: '2025-01', dueWithinMonths: 2 };
const faults = (...deliveries: unknown[]): string[] =>
  checkCalendar({ deliveries }, context).map(({ rule, pointer }) => `${rule} ${pointer}`);

describe('a delivery calendar', () => {
  it.each([
    ['nothing at all'],
    ['a stage of the whole town', kita],
    ['areas apart', { ...kita, areas: ['010'] }, { ...kita, areas: ['020'], rhythm: 'yearly' }],
    [
      'one rhythm after the other',
      { ...kita, until: '2025-06' },
      { ...kita, from: '2025-07', rhythm: 'monthly' },
    ],
    ['two stages', kita, { ...kita, stages: ['birth'] }],
  ])('may announce %s', (_, ...deliveries) => {
    expect(faults(...deliveries)).toEqual([]);
  });

  it('is told everything that is wrong at once', () => {
    expect(
      faults(
        {
          stages: ['kita', 'kita', 'x', 'school'],
          areas: [],
          rhythm: 'weekly',
          from: '2025-13',
          dueWithinMonths: -1,
        },
        { ...kita, stages: ['birth'], areas: ['010', 'y'], until: '2024-12', dueWithinMonths: 121 },
      ),
    ).toEqual([
      'named-twice /deliveries/0/stages/1',
      'unknown-stage /deliveries/0/stages/2',
      'foreign-stage /deliveries/0/stages/3',
      'empty-list /deliveries/0/areas',
      'unknown-rhythm /deliveries/0/rhythm',
      'bad-month /deliveries/0/from',
      'out-of-range /deliveries/0/dueWithinMonths',
      'unknown-area /deliveries/1/areas/1',
      'until-before-from /deliveries/1/until',
      'out-of-range /deliveries/1/dueWithinMonths',
    ]);
  });

  it.each([
    ['twice the same', kita, kita],
    ['the town and a part of it', kita, { ...kita, areas: ['010'] }],
    ['a shared area', { ...kita, areas: ['010', '020'] }, { ...kita, areas: ['020'] }],
    ['a shared month', { ...kita, until: '2025-07' }, { ...kita, from: '2025-07' }],
    ['a shared stage', { ...kita, stages: ['birth', 'kita'] }, kita],
  ])('announces nothing twice: %s', (_, ...deliveries) => {
    expect(faults(...deliveries)).toEqual(['announced-twice /deliveries/1']);
  });

  it.each([null, 7, 'x', [], {}, { deliveries: null }, { deliveries: [null, 7, {}] }])(
    'of a wrong shape is left to the check of shapes: %j',
    (body) => {
      expect(checkCalendar(body, context)).toEqual([]);
    },
  );
});
