import { cubeRounds } from '../testing';

jest.setTimeout(60_000);

describe('the aggregates', () => {
  it('equal a fresh build, whatever the history, its order, its repetitions and the pages', async () => {
    const seed = Number(process.env['SEED'] ?? 20_260_301);
    for await (const { seed: used, lived, rebuilt } of cubeRounds({ rounds: 4, seed })) {
      expect({ used, ...lived }).toEqual({ used, ...rebuilt });
      expect(lived.cube.size).toBeGreaterThan(0);
      expect(lived.curves.size).toBeGreaterThan(0);
      expect(lived.deadlines.size).toBeGreaterThan(0);
    }
  });
});
