import type { ChainBody, ChainVersion, DueRule, StageDefinition } from './chain-definition';
import { checkChain } from './check-chain';

const title = { de: 'Kette', en: 'Chain' };
const months = (n: number): DueRule => ({ rule: 'monthsAfterBirth', months: n });
const school = (
  plusYears: number,
  month: number,
  own: { age?: number; cutoffMonth?: number } = {},
): DueRule => ({
  rule: 'schoolYear',
  plusYears,
  month,
  ...own,
});
const stage = (id: string, due: DueRule, grace = 0): StageDefinition => ({ id, title, due, grace });

function version(changes: Partial<ChainVersion> = {}): ChainVersion {
  return {
    version: 1,
    validForBirthsFrom: '1900-01',
    schoolYear: { cutoffMonth: 9, age: 6, startMonth: 8 },
    stages: [stage('notice', months(0)), stage('birth', months(0)), stage('school', school(0, 8), 12)],
    ...changes,
  };
}

const chain = (...versions: ChainVersion[]): ChainBody => ({ title, versions });
const withStages = (...stages: StageDefinition[]): ChainBody => chain(version({ stages }));
const birth = stage('birth', months(0));
const broken = (body: unknown): string[] => checkChain(body).map(({ rule, pointer }) => `${rule} ${pointer}`);

describe('a chain that can be put in force', () => {
  it('breaks no rule', () => {
    expect(checkChain(chain(version(), version({ version: 2, validForBirthsFrom: '2022-10' })))).toEqual([]);
  });

  it('may have stages that are due in the same month', () => {
    expect(broken(withStages(birth, stage('a', months(5)), stage('b', months(5))))).toEqual([]);
  });

  it('may lower the age of a single rule: Kita by the first August after the third birthday', () => {
    const kita = stage('kita', school(0, 8, { age: 3, cutoffMonth: 7 }));
    expect(broken(withStages(birth, kita, stage('school', school(0, 8))))).toEqual([]);
  });
});

describe('a planned version', () => {
  const planned = (changes: Partial<ChainVersion> = {}): ChainVersion =>
    version({ version: 2, validForBirthsFrom: '2022-10', inForce: false, ...changes });

  it('breaks no rule where it would break none in force', () => {
    expect(broken(chain(version(), planned()))).toEqual([]);
  });

  it('is checked as if it were in force', () => {
    const stages = [birth, stage('a', months(72)), stage('school', school(0, 8))];
    expect(broken(chain(version(), planned({ stages })))).toEqual([
      'descending-due /versions/1/stages/2/due',
    ]);
    expect(broken(chain(version(), planned({ version: 1 })))).toEqual([
      'versions-not-ascending /versions/1/version',
    ]);
  });

  it('ends no version before it', () => {
    // Descends for births in September: as if the second ended in August, where the third is planned to begin.
    const stages = [birth, stage('a', months(72)), stage('school', school(0, 8))];
    const short = version({ version: 2, validForBirthsFrom: '2000-01', stages });
    const third = planned({ version: 3, validForBirthsFrom: '2000-08' });
    const first = version({ stages: [birth] });
    expect(broken(chain(first, short, third))).toEqual(['descending-due /versions/1/stages/2/due']);
    expect(broken(chain(first, short, { ...third, inForce: true }))).toEqual([]);
  });

  it('does not stand in for the first version, nor for all', () => {
    expect(broken(chain(version({ inForce: false })))).toEqual(['no-version-in-force /versions']);
    const late = version({ version: 2, validForBirthsFrom: '1950-01' });
    expect(broken(chain(version({ inForce: false }), late))).toEqual([
      'first-version-too-late /versions/1/validForBirthsFrom',
    ]);
  });
});

describe('a chain that cannot', () => {
  it.each<[string, ChainBody, string]>([
    ['no version', chain(), 'no-version /versions'],
    ['no stage', withStages(), 'no-stage /versions/0/stages'],
    ['no birth', withStages(stage('a', months(1))), 'birth-required /versions/0/stages'],
    ['a stage twice', withStages(birth, birth), 'duplicate-stage /versions/0/stages/1/id'],
    ['an id with a slash', withStages(birth, stage('a/b', months(1))), 'bad-id /versions/0/stages/1/id'],
    [
      'an id of 65 characters',
      withStages(birth, stage('a'.repeat(65), months(1))),
      'bad-id /versions/0/stages/1/id',
    ],
    [
      'a late stage before birth',
      withStages(stage('a', months(1)), birth),
      'before-birth /versions/0/stages/0',
    ],
    ['grace before birth', withStages(stage('a', months(0), 1), birth), 'before-birth /versions/0/stages/0'],
    [
      'negative grace',
      withStages(birth, stage('a', months(1), -1)),
      'out-of-range /versions/0/stages/1/grace',
    ],
    [
      'a month 13',
      withStages(birth, stage('a', school(0, 13))),
      'out-of-range /versions/0/stages/1/due/month',
    ],
    ['a blank title', { title: { de: ' ', en: 'x' }, versions: [version()] }, 'bad-title /title/de'],
    [
      'a month that is none',
      chain(version({ validForBirthsFrom: '1900-13' })),
      'bad-month /versions/0/validForBirthsFrom',
    ],
    [
      'a first version after 1900-01',
      chain(version({ validForBirthsFrom: '1900-02' })),
      'first-version-too-late /versions/0/validForBirthsFrom',
    ],
    [
      'a version number twice',
      chain(version(), version({ validForBirthsFrom: '2000-01' })),
      'versions-not-ascending /versions/1/version',
    ],
    [
      'two versions from one month',
      chain(version(), version({ version: 2 })),
      'births-not-ascending /versions/1/validForBirthsFrom',
    ],
    [
      'a cut-off month 0',
      chain(version({ schoolYear: { cutoffMonth: 0, age: 6, startMonth: 8 } })),
      'out-of-range /versions/0/schoolYear/cutoffMonth',
    ],
    [
      'too many versions',
      chain(
        ...Array.from({ length: 101 }, (_, i) =>
          version({ version: i + 1, validForBirthsFrom: `${1900 + i}-01` }),
        ),
      ),
      'too-many /versions',
    ],
  ])('has %s', (_, body, expected) => {
    expect(broken(body)).toContain(expected);
  });

  it('is told everything at once', () => {
    const faults = broken(withStages(stage('a', months(1)), stage('a', months(1), -1)));
    expect(faults).toEqual(
      expect.arrayContaining([
        'duplicate-stage /versions/0/stages/1/id',
        'birth-required /versions/0/stages',
        'out-of-range /versions/0/stages/1/grace',
      ]),
    );
  });

  it('is never thrown upon, whatever its shape', () => {
    for (const body of [null, 1, [], { versions: [null, { stages: [7, { due: 'x' }] }] }, { versions: {} }]) {
      expect(() => checkChain(body)).not.toThrow();
    }
  });
});

describe('due months that descend', () => {
  it('are refused for a birth month that only just makes them do so', () => {
    // Born in September: school in August of the year of the sixth birthday, 71 months later.
    const faults = checkChain(withStages(birth, stage('a', months(72)), stage('school', school(0, 8))));
    expect(faults).toEqual([
      {
        pointer: '/versions/0/stages/2/due',
        rule: 'descending-due',
        params: { stage: 'school', before: 'a', birth: '1900-09' },
      },
    ]);
  });

  it('do not matter for births that a version never holds for', () => {
    const stages = [birth, stage('a', months(72)), stage('school', school(0, 8))];
    const first = version({ version: 1, stages: [birth] });
    const short = version({ version: 2, validForBirthsFrom: '2000-01', stages });
    const third = version({ version: 3, validForBirthsFrom: '2000-08' });
    expect(broken(chain(first, short, third))).toEqual([]);
    expect(broken(chain(first, short, { ...third, validForBirthsFrom: '2000-10' }))).toEqual([
      'descending-due /versions/1/stages/2/due',
    ]);
  });
});
