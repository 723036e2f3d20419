import fc from 'fast-check';
import { legible } from './legible';

describe('what the access log keeps', () => {
  it('is plain text as it stands', () => {
    expect(legible('/v1/drop-offs?by=area&chain=krefeld', 200)).toBe('/v1/drop-offs?by=area&chain=krefeld');
  });

  it('never holds the pseudonym of a case', () => {
    expect(legible('/v1/streams/case-a1B2_c3-d4?limit=5', 200)).toBe('/v1/streams/case-…?limit=5');
  });

  it('is never longer than the limit and never holds a control character', () => {
    const text = fc.string({ unit: 'binary', maxLength: 600 });
    fc.assert(
      fc.property(text, fc.integer({ min: 100, max: 500 }), (any, limit) => {
        const kept = legible(any, limit);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(kept).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('tells long texts apart that begin alike', () => {
    const long = 'x'.repeat(5_000);
    expect(legible(`${long}a`, 200)).not.toBe(legible(`${long}b`, 200));
  });
});
