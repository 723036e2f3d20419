import { crashRounds } from '../testing';

jest.setTimeout(60_000);

describe('a projection whose connection is cut', () => {
  it('is exact afterwards, also when that happens between read model and checkpoint', async () => {
    const seed = Number(process.env['SEED'] ?? 20_260_302);
    let cut = 0;
    for await (const { seed: used, lived, rebuilt, cuts } of crashRounds({ rounds: 4, seed })) {
      expect({ used, ...lived }).toEqual({ used, ...rebuilt });
      cut += cuts;
    }
    expect(cut).toBeGreaterThan(4);
  });
});
