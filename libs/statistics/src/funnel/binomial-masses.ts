/** The probabilities of `from`, `from + 1`, …; what is left out on both sides is below every rounding error. */
export interface Masses {
  readonly from: number;
  readonly masses: readonly number[];
}

/** Of the largest mass: far below what a sum can notice, so that 10^6 cases need some thousand terms. */
const NEGLIGIBLE = 1e-25;

/**
 * The binomial distribution of n trials: from its mode outwards by the ratio of neighbours, then divided by the sum.
 * No factorials, so no digits are lost for large n. R: `dbinom(k, n, p)`.
 */
export function binomialMasses(n: number, p: number): Masses {
  if (p <= 0) return { from: 0, masses: [1] };
  if (p >= 1) return { from: n, masses: [1] };
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  const below = outwards((i) => (mode - i) / (n - mode + i + 1) / odds);
  const above = outwards((i) => ((n - mode - i) / (mode + i + 1)) * odds);
  const masses = [...below.reverse(), 1, ...above];
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return { from: mode - below.length, masses: masses.map((mass) => mass / total) };
}

/** The distribution of the sum of two independent numbers. */
export function convolved(a: Masses, b: Masses): Masses {
  const masses = new Array<number>(a.masses.length + b.masses.length - 1).fill(0);
  a.masses.forEach((x, i) => b.masses.forEach((y, j) => (masses[i + j]! += x * y)));
  return { from: a.from + b.from, masses };
}

function outwards(ratio: (step: number) => number): number[] {
  const masses: number[] = [];
  for (let i = 0, mass = ratio(0); mass > NEGLIGIBLE; mass *= ratio(++i)) masses.push(mass);
  return masses;
}
