import * as fc from 'fast-check';
import { CsvRecordEnd, lineEnd, type RecordEnd } from './record-end';
import { RecordSplitter } from './record-splitter';
import type { SplitRecord } from './split-record';

function split(text: string, sizes: readonly number[], end: RecordEnd = lineEnd, limit = 20): SplitRecord[] {
  const splitter = new RecordSplitter({ end, limit, readBytes: 0, readLines: 0 });
  const bytes = Buffer.from(text, 'latin1');
  const records: SplitRecord[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    // A copy: what a record keeps must not depend on the piece it came in.
    records.push(...splitter.push(Buffer.from(bytes.subarray(at, at + size))));
    at += size;
  }
  return [...records, ...splitter.finish()];
}

const shown = ({ line, bytes, broken }: SplitRecord): string => `${line} ${bytes?.toString() ?? broken}`;

describe('lines', () => {
  it('end with a line feed, with a carriage return in front of it, or with the file', () => {
    expect(split('a\nb\r\n\nc', [100]).map(shown)).toEqual(['1 a', '2 b', '4 c']);
    expect(split('', [1])).toEqual([]);
  });

  it('that are too long are one broken record, wherever they stand', () => {
    const long = 'x'.repeat(300);
    expect(split(`${long}\na\n${long}\nb\n${long}`, [7]).map(shown)).toEqual([
      '1 line-too-long',
      '2 a',
      '3 line-too-long',
      '4 b',
      '5 line-too-long',
    ]);
  });
});

describe('records of CSV', () => {
  const csv = (text: string, size = 100): string[] => split(text, [size], new CsvRecordEnd()).map(shown);

  it('hold line ends between quotes, and are counted by lines', () => {
    expect(csv('a,"b\nc"\nd\n')).toEqual(['1 a,"b\nc"', '3 d']);
    expect(csv('a,"b\nc"')).toEqual(['1 a,"b\nc"']);
    expect(csv('"a""\n"\nb')).toEqual(['1 "a""\n"', '3 b']);
  });

  it('begin no quote within a field', () => {
    expect(csv('a"b\nc\n')).toEqual(['1 a"b', '2 c']);
  });

  it('with a quote that is never closed lose one line, and the following ones are read', () => {
    expect(csv('a,"b\nc,d\ne,f')).toEqual(['1 unclosed-quote', '2 c,d', '3 e,f']);
    expect(csv('a,"b\nc,d\ne,f\ng,hhhhhhhh\n', 3)).toEqual([
      '1 unclosed-quote',
      '2 c,d',
      '3 e,f',
      '4 g,hhhhhhhh',
    ]);
  });
});

describe('where a file is cut into pieces', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'bcdefgh'), maxLength: 60 });
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

  it('makes no difference to the lines: each is found under its number', () => {
    fc.assert(
      fc.property(text, sizes, (file, pieces) => {
        const lines = file.split('\n').map((line, at) => `${at + 1} ${line.replace(/\r$/, '')}`);
        const records = split(file, pieces, lineEnd, 1_000);
        const said = (line: string): boolean => !/^\d+ $/.test(line);
        expect(records.map(shown).filter(said)).toEqual(lines.filter(said));
        expect(records.at(-1)?.readLines ?? 0).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('makes none to the records of CSV either, and reading can go on behind each of them', () => {
    fc.assert(
      fc.property(text, sizes, (file, pieces) => {
        const records = split(file, pieces, new CsvRecordEnd(), 1_000);
        expect(records).toEqual(split(file, [1_000], new CsvRecordEnd(), 1_000));
        expect(records.at(-1)?.readBytes ?? 0).toBeLessThanOrEqual(file.length);
        const middle = records[Math.floor(records.length / 2)];
        if (!middle) return;
        const rest = split(file.slice(middle.readBytes), pieces, new CsvRecordEnd(), 1_000);
        expect(rest.map(({ bytes, broken }) => bytes?.toString() ?? broken)).toEqual(
          records.slice(records.indexOf(middle) + 1).map(({ bytes, broken }) => bytes?.toString() ?? broken),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
