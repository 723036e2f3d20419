import fc from 'fast-check';
import { DisclosureError } from '../errors';
import { tableDigest } from './digest';
import { DEFAULT_PARAMETERS, type PerturbationParameters } from './parameters';
import { makePerturbationTable, type PerturbationRow } from './perturbation-table';
import { KEY_RANGE } from './thresholds';

const rowFor = (count: number, parameters: Partial<PerturbationParameters> = {}): PerturbationRow => {
  const row = makePerturbationTable({ ...DEFAULT_PARAMETERS, ...parameters }).rows[count - 1];
  if (!row) throw new Error(`no row for ${count}`);
  return row;
};

const refusalOf = (parameters: Partial<PerturbationParameters>): string => {
  try {
    makePerturbationTable({ ...DEFAULT_PARAMETERS, ...parameters });
    return 'none';
  } catch (error) {
    return (error as DisclosureError).code;
  }
};

describe('a perturbation table', () => {
  it('is the published one for a true count of 1 with D 5, V 3, js 2', () => {
    const { targets, probabilities } = rowFor(1);
    expect(targets).toEqual([0, 3, 4, 5, 6]);
    const published = [0.73446954, 0.13672019, 0.07279631, 0.03742956, 0.0185844];
    probabilities.forEach((p, i) => expect(p).toBeCloseTo(published[i] ?? NaN, 8));
  });

  it('ends with the first count that loses as freely as it gains', () => {
    expect(makePerturbationTable(DEFAULT_PARAMETERS).rows).toHaveLength(8);
    expect(makePerturbationTable({ ...DEFAULT_PARAMETERS, blockedUpTo: 0 }).rows).toHaveLength(5);
    const { probabilities } = rowFor(8);
    probabilities.forEach((p, i) => expect(p).toBeCloseTo(probabilities.at(-1 - i) ?? NaN, 12));
  });

  it('ties what would fall: a loss of four never likelier than one of one', () => {
    const tied = rowFor(4).probabilities;
    expect(tied[1]).toBe(tied[2]);
    const free = rowFor(4, { monotone: false }).probabilities;
    expect(free[1]).toBeGreaterThan(free[2] ?? NaN);
  });

  it('keeps counts as they are as often as demanded, and no oftener', () => {
    expect(rowFor(8, { minimumStay: 0.5 }).probabilities[5]).toBeCloseTo(0.5, 12);
    expect(rowFor(8, { minimumStay: 0.1 }).probabilities).toEqual(rowFor(8).probabilities);
  });

  it('says where the variance cannot be had, and takes less there', () => {
    const { warnings, variance } = rowFor(1, { variance: 8 });
    expect(warnings).toEqual(['variance-not-reached']);
    expect(variance).toBeLessThan(8);
    expect(rowFor(2, { variance: 8 }).warnings).toEqual([]);
    // At most 5 % move, by at most 5: the variance is below 0.05 · 25.
    expect(rowFor(8, { minimumStay: 0.95 })).toMatchObject({ warnings: ['variance-not-reached'] });
  });

  it('is found where the demands leave little room: much staying with a large variance, or all but the greatest variance', () => {
    const crowded = rowFor(7, {
      maxNoise: 9,
      variance: 11.79,
      blockedUpTo: 3,
      minimumStay: 0.8,
      monotone: false,
    });
    expect(crowded.variance).toBeCloseTo(11.79, 11);
    // From 2 to 0 or 6 with mean zero: at most 12.
    const extreme = { maxNoise: 6, blockedUpTo: 3, monotone: false };
    expect(rowFor(2, { ...extreme, variance: 11.999 }).warnings).toEqual([]);
    expect(rowFor(2, { ...extreme, variance: 12 - 1e-10 }).warnings).toEqual(['variance-not-reached']);
  });

  it.each<[string, Partial<PerturbationParameters>, string]>([
    ['a variance that cannot leave the blocked counts', { variance: 2 }, 'disclosure.infeasible-variance'],
    [
      'noise that cannot reach zero',
      { maxNoise: 2, blockedUpTo: 3, variance: 9 },
      'disclosure.infeasible-noise',
    ],
    ['half a noise', { maxNoise: 2.5 }, 'disclosure.invalid-parameters'],
    ['certainty', { minimumStay: 1 }, 'disclosure.invalid-parameters'],
    ['no variance', { variance: NaN }, 'disclosure.invalid-parameters'],
  ])('refuses %s, with the reason', (_, parameters, code) => {
    expect(refusalOf(parameters)).toBe(code);
  });

  it('is the same, to the last bit, whenever it is made', () => {
    const digests = [1, 2].map(() => tableDigest(makePerturbationTable(DEFAULT_PARAMETERS)));
    expect(digests[0]).toBe(digests[1]);
    const other = makePerturbationTable({ ...DEFAULT_PARAMETERS, variance: 3.5 });
    expect(tableDigest(other)).not.toBe(digests[0]);
  });
});

const feasible = fc
  .record({
    maxNoise: fc.integer({ min: 1, max: 9 }),
    variance: fc.double({ min: 0.3, max: 12, noNaN: true }),
    blockedUpTo: fc.integer({ min: 0, max: 4 }),
    minimumStay: fc.constantFrom(0, 0.2, 0.4, 0.8),
    monotone: fc.boolean(),
  })
  .filter(
    ({ maxNoise, blockedUpTo, variance }) => maxNoise >= blockedUpTo && variance > (blockedUpTo + 1) ** 2 / 4,
  );

describe('every row of every table', () => {
  it('has mean zero, the variance demanded, allowed targets, and probabilities that keep to the order', () => {
    fc.assert(
      fc.property(feasible, (parameters) => {
        for (const row of makePerturbationTable(parameters).rows) {
          expect(row.probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          expect(row.mean).toBeCloseTo(0, 11);
          if (row.warnings.length === 0) expect(row.variance).toBeCloseTo(parameters.variance, 11);
          else expect(row.variance).toBeLessThan(parameters.variance);
          expect(row.targets.every((j) => j === 0 || j > parameters.blockedUpTo)).toBe(true);
          expect(row.targets.every((j) => Math.abs(j - row.count) <= parameters.maxNoise)).toBe(true);
          const stay = row.targets.indexOf(row.count);
          if (stay < 0) continue;
          expect(row.probabilities[stay]).toBeGreaterThanOrEqual(parameters.minimumStay - 1e-12);
          const losses = row.probabilities.slice(0, stay + 1);
          if (parameters.monotone) expect(losses).toEqual([...losses].sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is as uncertain as the demands allow: no small shift that keeps them raises the entropy', () => {
    fc.assert(
      fc.property(
        feasible,
        fc.array(fc.integer({ min: 0, max: 18 }), { minLength: 4, maxLength: 4 }),
        (parameters, picks) => {
          for (const { count, targets, probabilities, entropy } of makePerturbationTable(parameters).rows) {
            const noise = targets.map((j) => j - count);
            const shift = shiftKeepingMoments(noise, picks);
            if (!shift) continue;
            for (const size of [1e-5, -1e-5]) {
              const moved = probabilities.map((p, i) => p + size * (shift[i] ?? 0));
              if (!isAllowed(moved, noise, parameters)) continue;
              const moreUncertain = -moved.reduce((sum, p) => sum + p * Math.log(p), 0);
              expect(moreUncertain).toBeLessThanOrEqual(entropy + 1e-12);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('cuts the keys into intervals as long as the probabilities', () => {
    for (const { probabilities, bounds, thresholds } of makePerturbationTable(DEFAULT_PARAMETERS).rows) {
      const uppers = thresholds.map(BigInt);
      expect(uppers.at(-1)).toBe(KEY_RANGE);
      expect(bounds.at(-1)).toBe(1);
      uppers.forEach((upper, i) => {
        const length = Number(upper - (uppers[i - 1] ?? 0n)) / 2 ** 64;
        expect(length).toBeCloseTo(probabilities[i] ?? NaN, 12);
      });
    }
  });
});

/** A direction over four places that changes neither sum nor mean nor variance: a third divided difference. */
function shiftKeepingMoments(noise: readonly number[], picks: readonly number[]): number[] | null {
  const places = [...new Set(picks.map((pick) => pick % noise.length))];
  if (places.length < 4) return null;
  const at = (place: number): number => noise[place] ?? 0;
  return noise.map((v, place) =>
    places.includes(place)
      ? 1 / places.filter((other) => other !== place).reduce((product, other) => product * (v - at(other)), 1)
      : 0,
  );
}

function isAllowed(
  probabilities: readonly number[],
  noise: readonly number[],
  { monotone, minimumStay }: PerturbationParameters,
): boolean {
  const stay = noise.indexOf(0);
  const losses = monotone && stay >= 0 ? probabilities.slice(0, stay + 1) : [];
  return (
    probabilities.every((p) => p > 0) &&
    losses.every((p, i) => i === 0 || p >= (losses[i - 1] ?? 0)) &&
    (stay < 0 || (probabilities[stay] ?? 0) >= minimumStay)
  );
}
