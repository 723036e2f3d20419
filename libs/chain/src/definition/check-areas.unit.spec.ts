import type { Area } from './area-hierarchy';
import { checkAreas } from './check-areas';

const area = (code: string, parent: string | null = null): Area => ({
  code,
  name: code,
  parent,
  kind: 'district',
});
const edition = (...areas: Area[]) => ({ validFrom: '1900-01', areas });
const broken = (body: unknown, elsewhere?: ReadonlyMap<string, string>): string[] =>
  checkAreas(body, elsewhere).map(({ rule, pointer }) => `${rule} ${pointer}`);

describe('an area hierarchy', () => {
  it('may name a parent before or after its children', () => {
    expect(broken(edition(area('D1', 'N'), area('N', 'T'), area('T'), area('D2', 'N')))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no area', edition(), 'no-area /areas'],
    ['a month that is none', { validFrom: '2026', areas: [area('T')] }, 'bad-month /validFrom'],
    ['a code with a comma', edition(area('a,b')), 'bad-id /areas/0/code'],
    ['the code that stands for unknown', edition(area('unknown')), 'reserved-code /areas/0/code'],
    ['a code twice', edition(area('T'), area('T')), 'duplicate-area /areas/1/code'],
    ['a parent that does not exist', edition(area('T'), area('N', 'X')), 'unknown-parent /areas/1/parent'],
    ['an area that is its own parent', edition(area('T'), area('N', 'N')), 'area-cycle /areas/1/parent'],
    ['a blank name', edition({ ...area('T'), name: '' }), 'bad-title /areas/0/name'],
    ['a blank kind', edition({ ...area('T'), kind: ' ' }), 'bad-title /areas/0/kind'],
  ])('is refused with %s', (_, body, expected) => {
    expect(broken(body)).toEqual([expected]);
  });

  it('is told of a longer cycle once, with the codes on it', () => {
    const faults = checkAreas(
      edition(area('D', 'A'), area('A', 'B'), area('B', 'C'), area('C', 'A'), area('T')),
    );
    expect(faults).toEqual([
      { pointer: '/areas/0/parent', rule: 'area-cycle', params: { codes: ['A', 'B', 'C'] } },
    ]);
  });

  it('may not take a code that another municipality uses', () => {
    const faults = checkAreas(edition(area('T'), area('D1', 'T')), new Map([['D1', 'ahlen']]));
    expect(faults).toEqual([
      { pointer: '/areas/1/code', rule: 'area-taken', params: { municipality: 'ahlen' } },
    ]);
  });

  it('is never thrown upon, whatever its shape', () => {
    for (const body of [undefined, 'x', { areas: 'y' }, { areas: [null, 3, { code: 5, parent: 6 }] }]) {
      expect(() => checkAreas(body)).not.toThrow();
    }
  });
});
