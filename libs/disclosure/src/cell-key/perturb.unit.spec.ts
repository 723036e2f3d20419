import fc from 'fast-check';
import { DEFAULT_PARAMETERS } from '../perturbation/parameters';
import { makePerturbationTable } from '../perturbation/perturbation-table';
import { addToKey, cellKey } from './cell-key';
import { perturberOf } from './perturb';
import { recordKey } from './record-key';

const table = makePerturbationTable(DEFAULT_PARAMETERS);
const perturb = perturberOf(table);
const secret = new Uint8Array(32).fill(7);
const keys = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe('a published count', () => {
  it('of zero is zero', () => {
    fc.assert(fc.property(keys, (key) => expect(perturb(0, key)).toBe(0)));
  });

  it('is never a blocked one, never negative, never further off than the largest noise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), keys, (count, key) => {
        const published = perturb(count, key);
        expect([1, 2]).not.toContain(published);
        expect(published).toBeGreaterThanOrEqual(0);
        expect(Math.abs(published - count)).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('takes the target in whose interval the key lies, the lower bound included', () => {
    const [row] = table.rows;
    const bound = BigInt(row?.thresholds[0] ?? 0);
    expect([perturb(1, 0n), perturb(1, bound - 1n), perturb(1, bound), perturb(1, 2n ** 64n - 1n)]).toEqual([
      0, 0, 3, 6,
    ]);
  });

  it('beyond the last row has the noise of the last row', () => {
    fc.assert(fc.property(keys, (key) => expect(perturb(500, key) - 500).toBe(perturb(8, key) - 8)));
  });
});

describe('the key of a cell', () => {
  it('depends on who is counted and not on the order in which they came', () => {
    const cases = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(cases, fc.integer(), (ids, turn) => {
        const recordKeys = ids.map((id) => recordKey(secret, id));
        const at = Math.abs(turn) % ids.length;
        expect(cellKey([...recordKeys.slice(at), ...recordKeys.slice(0, at)])).toBe(cellKey(recordKeys));
        expect(addToKey(cellKey(recordKeys), recordKeys[0] ?? 0n, -1)).toBe(cellKey(recordKeys.slice(1)));
      }),
    );
  });

  it('is that of HMAC-SHA-256 (RFC 4231, test case 2: the first eight bytes)', () => {
    expect(recordKey(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(0x5bdcc146bf60754en);
  });

  it('has nothing to do with that of another series', () => {
    expect(recordKey(new Uint8Array(32).fill(8), 'a')).not.toBe(recordKey(secret, 'a'));
  });
});
