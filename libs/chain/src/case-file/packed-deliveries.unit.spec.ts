import fc from 'fast-check';
import { caseFiles } from '../testing/families';
import { packDeliveries, unpackDeliveries } from './packed-deliveries';

const deliveries = caseFiles.map(({ members, links }) => [
  ...[...members.values()].flat(),
  ...links.map((link) => ({ ...link, caseId: 'a' })),
]);

describe('packed deliveries', () => {
  it('come back as they were, links among them', () => {
    fc.assert(
      fc.property(deliveries, (delivered) => {
        expect(unpackDeliveries('a', packDeliveries(delivered))).toEqual(delivered);
      }),
    );
  });

  it('can be added to without being read', () => {
    fc.assert(
      fc.property(deliveries, deliveries, (before, more) => {
        const text = `${packDeliveries(before)},${packDeliveries(more)}`;
        expect(unpackDeliveries('a', text)).toEqual([...before, ...more]);
      }),
    );
  });

  it('of a kind that does not exist are refused', () => {
    expect(() => unpackDeliveries('a', '[["/agencies/a"],[99,0,"r",0,1]]')).toThrow(RangeError);
  });
});
