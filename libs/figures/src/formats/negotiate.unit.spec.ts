import { chooseFormat } from './negotiate';

describe('the format of an answer', () => {
  it.each([
    ['nothing', undefined, 'json'],
    ['anything', '*/*', 'json'],
    ['CSV', 'text/csv', 'csv'],
    ['CSV in capitals, with parameters', 'Text/CSV; header=present', 'csv'],
    ['what a browser accepts', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
    ['CSV, else anything', 'text/csv, */*;q=0.1', 'csv'],
    ['anything, but best of all CSV', '*/*;q=0.1, text/csv', 'csv'],
    ['JSON rather than CSV', 'text/csv;q=0.5, application/json', 'json'],
    ['both alike: the one named first', 'text/csv, application/json', 'csv'],
    ['everything but CSV', 'text/csv;q=0, */*', 'json'],
    ['what is not on offer', 'image/png', 'json'],
    ['a quality that is none', 'text/csv;q=much', 'json'],
  ] as const)('for somebody who accepts %s', (_, accept, format) => {
    expect(chooseFormat(undefined, accept)).toBe(format);
  });

  it('is the one asked for by parameter, whatever is accepted', () => {
    expect(chooseFormat('json-stat', 'text/csv')).toBe('json-stat');
    expect(chooseFormat('json', 'text/csv')).toBe('json');
    expect(chooseFormat('csv', 'application/json')).toBe('csv');
  });
});
