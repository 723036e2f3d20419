import { WEAPONS } from './killer';
import { killRound } from './kill-rounds';

jest.setTimeout(240_000);

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

describe('an installation that is killed again and again', () => {
  it(`keeps what it has acknowledged, once, and the figures that come of it (SEED=${SEED})`, async () => {
    const used = await killRound({
      seed: SEED,
      shape: 'standalone',
      programs: 'sources',
      cases: 60,
      kills: 4,
    });
    expect(used).toEqual(WEAPONS);
  });
});
