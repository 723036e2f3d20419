import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv } from './csv';

describe('a CSV table', () => {
  it('has a header, ends every line with CR LF, and leaves what is unknown empty', () => {
    expect(
      toCsv(
        ['area', 'n', 'share'],
        [
          ['D1', 3, 0.5],
          ['D2', 0, null],
          ['D3', 1, undefined],
        ],
      ),
    ).toBe('area,n,share\r\nD1,3,0.5\r\nD2,0,\r\nD3,1,\r\n');
    expect(toCsv(['area'], [])).toBe('area\r\n');
  });

  it('is read back to the letter by another program, whatever the texts', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom('"', ',', '\r', '\n', ' ', ';'), fc.string()) });
    const rows = fc.array(fc.tuple(text, text, text), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        const written = toCsv(['a', 'b', 'c'], table);
        // The last line end is the table's own; an empty line in between is a row of one empty column.
        expect(parse(written, { recordDelimiter: '\r\n' })).toEqual([['a', 'b', 'c'], ...table]);
      }),
    );
  });
});
