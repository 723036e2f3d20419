import fc from 'fast-check';
import { caseRecords } from '../testing/arbitraries';
import { packRecords, unpackRecords } from './packed-records';

describe('packed records', () => {
  it('come back as they were, through JSON', () => {
    fc.assert(
      fc.property(caseRecords, (records) => {
        expect(unpackRecords(JSON.parse(packRecords(records)) as unknown[])).toEqual(records);
      }),
    );
  });

  it('of a kind that does not exist are refused', () => {
    expect(() => unpackRecords([['/agencies/a'], [99, 0, 'r', 0, 0]])).toThrow(RangeError);
  });
});
