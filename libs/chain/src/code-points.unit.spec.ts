import fc from 'fast-check';
import { compareCodePoints } from './code-points';
import { codePoints, compareLists } from './testing/oracle/facts-in-force';

describe('the code-point order of texts', () => {
  it.each([
    ['a', 'b'],
    ['', 'a'],
    ['ab', 'abc'],
    ['Z', 'a'],
    ['z', 'é'],
    // UTF-16 units order these two the other way round: a surrogate is smaller than U+FF5E.
    ['\uFF5E', '\u{1F600}'],
    ['a\uE000', 'a\u{10000}'],
    ['\u{1F600}', '\u{1F601}'],
  ])('puts %s before %s', (before, after) => {
    expect(compareCodePoints(before, after)).toBeLessThan(0);
    expect(compareCodePoints(after, before)).toBeGreaterThan(0);
  });

  it('is that of the lists of code points, for every pair of texts', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('a', '\uFF5E', '\u{1F600}'), fc.string({ unit: 'binary' })),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(
          Math.sign(compareLists(codePoints(a), codePoints(b))),
        );
      }),
      { numRuns: 200 },
    );
  });
});
