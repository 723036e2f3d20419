import type { PerturbationTable } from '@lueckenlos/disclosure';
import { runCli } from '../testing/run-cli';

const tableOf = async (...args: string[]): Promise<PerturbationTable & { sha256: string }> => {
  const { exitCode, stdout } = await runCli(['perturbation-table', ...args]);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as PerturbationTable & { sha256: string };
};

describe('perturbation-table', () => {
  it('prints a table that can be stored: thresholds out of 2^64, moments, hash', async () => {
    const { parameters, rows, sha256 } = await tableOf('--d', '5', '--v', '3', '--js', '2');
    expect(parameters).toEqual({ maxNoise: 5, variance: 3, blockedUpTo: 2, minimumStay: 0, monotone: true });
    expect(rows.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows[0]?.thresholds.at(-1)).toBe('18446744073709551616');
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes the demands that are made of it', async () => {
    const { rows } = await tableOf('--pstay', '0.4', '--no-mono');
    expect(rows[7]?.probabilities[5]).toBeCloseTo(0.4, 12);
    expect((await tableOf()).sha256).not.toBe((await tableOf('--no-mono')).sha256);
  });
});
