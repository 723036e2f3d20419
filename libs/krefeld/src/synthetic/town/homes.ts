import type { Random } from '../chance/random';
import { STADTTEIL_PROFILE } from './poverty';

const CUMULATED = STADTTEIL_PROFILE.reduce<number[]>(
  (sums, [, births]) => [...sums, (sums.at(-1) ?? 0) + births],
  [],
);

/** A Stadtteil, as often as children are born there. */
export function anyStadtteil(random: Random): string {
  return STADTTEIL_PROFILE[random.byWeight(CUMULATED)]![0];
}

/** A Stadtteil other than the one left or wrongly written. */
export function anotherStadtteil(random: Random, than: string): string {
  for (;;) {
    const area = anyStadtteil(random);
    if (area !== than) return area;
  }
}
