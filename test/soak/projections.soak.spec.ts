import { crashRounds, cubeRounds } from '@lueckenlos/projections/testing';

/*
 * Many rounds of what the normal tests do a few times. `ROUNDS=500 SEED=7 npm run test:soak` repeats a run; a
 * round that fails prints its own seed, which alone repeats it: `ROUNDS=1 SEED=<that>`.
 */
const rounds = Number(process.env['ROUNDS'] ?? 50);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

jest.setTimeout(rounds * 60_000);

describe(`read models, ${rounds} rounds from seed ${seed}`, () => {
  beforeAll(() => process.stdout.write(`soak: ROUNDS=${rounds} SEED=${seed}\n`));

  it('equal a fresh build after any history in any pages', async () => {
    for await (const { seed: used, lived, rebuilt } of cubeRounds({ rounds, seed })) {
      expect({ used, ...lived }).toEqual({ used, ...rebuilt });
    }
  });

  it('equal a fresh build after connections were cut at any moment', async () => {
    let cut = 0;
    for await (const { seed: used, lived, rebuilt, cuts } of crashRounds({ rounds, seed })) {
      expect({ used, ...lived }).toEqual({ used, ...rebuilt });
      cut += cuts;
    }
    process.stdout.write(`soak: ${cut} connections cut\n`);
    expect(cut).toBeGreaterThan(rounds / 2);
  });
});
