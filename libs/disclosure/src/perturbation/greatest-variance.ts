import { solveLinear } from './linear-system';

/** A corner of the set of allowed distributions before the moments: its mean, second moment and share of v = 0. */
interface Corner {
  readonly mean: number;
  readonly square: number;
  readonly stay: number;
}

/**
 * The greatest variance that noise with mean zero can have, its first `chain` probabilities not falling and that of v = 0
 * at least `minimumStay`.
 *
 * A distribution whose first probabilities don't fall is a mixture of uniform ones over the end of the chain and
 * of single values beyond it; a linear function has its extremes where as few of them are mixed as the demands allow.
 */
export function greatestVariance(values: readonly number[], chain: number, minimumStay: number): number {
  const corners = values.map((_, place) => cornerOf(values, place, chain));
  let greatest = 0;
  for (const { of, weights } of [...pairs(corners), ...triples(corners, minimumStay)]) {
    if (!weights || weights.some((weight) => weight < -1e-12)) continue;
    const over = (member: keyof Corner): number =>
      weights.reduce((sum, weight, i) => sum + weight * (of[i]?.[member] ?? 0), 0);
    if (over('stay') >= minimumStay - 1e-12) greatest = Math.max(greatest, over('square'));
  }
  return greatest;
}

interface Mixture {
  readonly of: readonly Corner[];
  readonly weights: readonly number[] | null;
}

function cornerOf(values: readonly number[], place: number, chain: number): Corner {
  const members = place < chain ? values.slice(place, chain) : values.slice(place, place + 1);
  const mean = (f: (v: number) => number): number =>
    members.reduce((sum, v) => sum + f(v), 0) / members.length;
  return { mean: mean((v) => v), square: mean((v) => v * v), stay: mean((v) => (v === 0 ? 1 : 0)) };
}

/** Two corners with mean zero. */
function pairs(corners: readonly Corner[]): Mixture[] {
  return corners.flatMap((a, i) =>
    corners.slice(i).map((b) => {
      if (a.mean === 0 && b.mean === 0) return { of: [a], weights: [1] };
      const weights = solveLinear(
        [
          [1, 1],
          [a.mean, b.mean],
        ],
        [1, 0],
      );
      return { of: [a, b], weights };
    }),
  );
}

/** Three corners with mean zero and exactly the least probability of staying. */
function triples(corners: readonly Corner[], stay: number): Mixture[] {
  if (stay === 0) return [];
  return corners.flatMap((a, i) =>
    corners.slice(i + 1).flatMap((b, j) =>
      corners.slice(i + j + 2).map((c) => {
        const of = [a, b, c];
        const weights = solveLinear(
          [of.map(() => 1), of.map((o) => o.mean), of.map((o) => o.stay)],
          [1, 0, stay],
        );
        return { of, weights };
      }),
    ),
  );
}
