import { parseMonth, type Area } from '@lueckenlos/chain';
import { AreaMap, type AreaEdition } from './area-map';

const area = (code: string, kind: string, parent: string | null = null): Area => ({
  code,
  name: `name of ${code}`,
  kind,
  parent,
});
const krefeld: AreaEdition[] = [
  {
    municipality: 'krefeld',
    validFrom: '2000-01',
    areas: [
      area('K', 'town'),
      area('B1', 'borough', 'K'),
      area('B2', 'borough', 'K'),
      area('010', 'district', 'B1'),
      area('020', 'district', 'B1'),
      area('030', 'district', 'B2'),
      area('031', 'block', '030'),
    ],
  },
  {
    municipality: 'krefeld',
    validFrom: '2020-05',
    areas: [
      area('K', 'town'),
      area('S1', 'borough', 'K'),
      area('010', 'district', 'S1'),
      area('030', 'district', 'S1'),
    ],
  },
];
const ahlen: AreaEdition = {
  municipality: 'ahlen',
  validFrom: '2010-01',
  areas: [area('A', 'town'), area('A1', 'quarter', 'A')],
};
const at = (month: string, ...editions: AreaEdition[]): AreaMap =>
  new AreaMap(editions, parseMonth(month) ?? NaN);

describe('the areas of a month', () => {
  it('are those of the newest edition that has begun, in whatever order they are kept', () => {
    for (const editions of [krefeld, krefeld.toReversed()]) {
      expect(at('2020-04', ...editions).has('B1')).toBe(true);
      expect(at('2020-05', ...editions).has('B1')).toBe(false);
      expect(at('2035-01', ...editions).has('S1')).toBe(true);
    }
  });

  it('are none before the first edition', () => {
    const map = at('1999-12', ...krefeld);
    expect([map.has('K'), map.levels(), map.withDescendants('K')]).toEqual([false, [], []]);
  });

  it('are those of all municipalities, each with its own editions', () => {
    const map = at('2012-01', ...krefeld, ahlen);
    expect([map.has('031'), map.has('A1')]).toEqual([true, true]);
    expect(map.levels()).toEqual(['town', 'borough', 'district', 'block', 'quarter']);
  });

  it('have names', () => {
    expect(at('2012-01', ...krefeld).nameOf('010')).toBe('name of 010');
    expect(at('2012-01', ...krefeld).nameOf('S1')).toBeNull();
  });
});

describe('an area', () => {
  const map = at('2012-01', ...krefeld, ahlen);

  it.each([
    ['031', 'block', '031'],
    ['031', 'district', '030'],
    ['031', 'borough', 'B2'],
    ['010', 'town', 'K'],
    ['K', 'town', 'K'],
    ['A1', 'town', 'A'],
    // No level below, none of another town, no code out of the tree.
    ['K', 'borough', null],
    ['A1', 'borough', null],
    ['S1', 'town', null],
    ['unknown', 'town', null],
  ])('%s lies on the level %s in %s', (code, level, expected) => {
    expect(map.ancestor(code, level)).toBe(expected);
  });

  it.each([
    ['031', ['031']],
    ['B1', ['B1', '010', '020']],
    ['B2', ['B2', '030', '031']],
    ['K', ['K', 'B1', 'B2', '010', '020', '030', '031']],
    ['A', ['A', 'A1']],
    ['S1', []],
  ])('%s holds %j', (code, expected) => {
    expect(map.withDescendants(code)).toEqual(expected);
  });
});
