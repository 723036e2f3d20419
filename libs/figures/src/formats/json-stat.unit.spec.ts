import JSONstat from 'jsonstat-toolkit';
import { toJsonStat, type StatDimension } from './json-stat';

const area: StatDimension = {
  id: 'area',
  label: 'Area',
  categories: new Map([
    ['D2', 'Second'],
    ['D1', 'First'],
  ]),
  role: 'geo',
};
const year: StatDimension = {
  id: 'year',
  label: 'Year',
  categories: new Map([['2012', '2012']]),
  role: 'time',
};
const status: StatDimension = {
  id: 'status',
  label: 'Status',
  categories: new Map([
    ['lost', 'lost'],
    ['pending', 'not due'],
    ['skipped', 'left out'],
  ]),
};

describe('a JSON-stat dataset', () => {
  it('gives every cell back under its categories, in the words of a reader of the format', () => {
    const cells = [
      { at: ['D2', '2012', 'lost'], value: 1 },
      { at: ['D2', '2012', 'skipped'], value: 2 },
      { at: ['D1', '2012', 'pending'], value: 3 },
    ];
    const dataset = JSONstat(toJsonStat('Figures', [area, year, status], cells, { asOf: '2016-06' }));
    expect([dataset.class, dataset.label, dataset.n]).toEqual(['dataset', 'Figures', 6]);
    expect(dataset.extension).toEqual({ asOf: '2016-06' });
    for (const { at, value } of cells) {
      const [inArea = '', inYear = '', inStatus = ''] = at;
      expect(dataset.Data({ area: inArea, year: inYear, status: inStatus }).value).toBe(value);
    }
    expect(dataset.Data({ area: 'D1', year: '2012', status: 'lost' }).value).toBeNull();
  });

  it('keeps the order of the categories, names them, and says which are places and times', () => {
    const dataset = JSONstat(toJsonStat('Figures', [area, year, status], [], {}));
    expect(dataset.Dimension('area').id).toEqual(['D2', 'D1']);
    expect(dataset.Dimension('area').Category('D1').label).toBe('First');
    expect(['area', 'year', 'status'].map((id) => dataset.Dimension(id).role)).toEqual([
      'geo',
      'time',
      'classification',
    ]);
  });
});
