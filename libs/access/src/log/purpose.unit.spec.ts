import '../problems/access.problems';
import { PURPOSE_LIMIT, purposeOf } from './purpose';

/** How Node hands over a header whose bytes are UTF-8. */
const asReceived = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

describe('the Purpose header', () => {
  it('keeps umlauts, whether they came as UTF-8 or as Latin-1', () => {
    expect(purposeOf(asReceived('Prüfung der Zahlen für 2025'))).toBe('Prüfung der Zahlen für 2025');
    expect(purposeOf('Pr\u00fcfung')).toBe('Prüfung');
  });

  it.each([undefined, '', '   '])('may be missing: %p', (header) => {
    expect(purposeOf(header)).toBeUndefined();
  });

  it('may be as long as its limit', () => {
    expect(purposeOf('x'.repeat(PURPOSE_LIMIT))).toHaveLength(PURPOSE_LIMIT);
  });

  it.each([
    ['too long', 'x'.repeat(PURPOSE_LIMIT + 1)],
    ['with a tab', 'a\tb'],
    ['with NUL', 'a\0b'],
    ['with a line break hidden in UTF-8', asReceived('a\u0085b')],
  ])('is refused where it is %s', (_, header) => {
    expect(() => purposeOf(header)).toThrow('access.bad-purpose');
  });
});
