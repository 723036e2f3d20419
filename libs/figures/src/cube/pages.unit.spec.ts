import fc from 'fast-check';
import { pagesIn } from './pages';

describe('pages that come as one', () => {
  it('are cut up again as they were', () => {
    const page = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.array(page), (pages) => {
        const joined = pages.flatMap((one) => {
          const length = Buffer.alloc(4);
          length.writeUInt32BE(one.length);
          return [length, one];
        });
        expect(pagesIn(Buffer.concat(joined))).toEqual(pages);
      }),
    );
  });
});
