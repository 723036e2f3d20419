import { killRound } from '../crash/kill-rounds';

/*
 * Kill -9 of processes and database while everything is going on, on built programs. `ROUNDS=50 SEED=7 npm run
 * test:soak -- kills` repeats the plan of a run; moments differ by milliseconds, so a rare finding may need several.
 */
const rounds = Number(process.env['ROUNDS'] ?? 10);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

jest.setTimeout(rounds * 600_000);

describe(`installations that are killed, ${rounds} rounds from seed ${seed}`, () => {
  beforeAll(() => process.stdout.write(`soak: ROUNDS=${rounds} SEED=${seed}\n`));

  it.each(['standalone', 'processes'] as const)('keep everything: %s', async (shape) => {
    let kills = 0;
    for (let round = 0; round < rounds; round++) {
      const plan = { seed: seed + round, shape, programs: 'built', cases: 250, kills: 16 } as const;
      kills += (await killRound(plan)).length;
    }
    process.stdout.write(`soak: ${kills} kills of ${shape}\n`);
    expect(kills).toBeGreaterThan(rounds * 4);
  });
});
