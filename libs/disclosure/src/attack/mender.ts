import type { Direction, Spread } from './spread';

/** A source of chance: uniform in [0, 1). */
export type Chance = () => number;

/** So many places are looked at for a child that a set lacks or has too many. */
const LOOKED_AT = 50;
/** A prime greater than the number of places: steps of it, taken round, come to every place once. */
const STRIDE = 1_000_003;
/** A place that has been changed rests for so many steps, unless changing it again is a gain. */
const REST = 3;

/**
 * Moves children one by one until no set is broken: each step takes a broken set and the place of it that costs least. A step that
 * gains nothing makes that set weigh more, so that what is hard to keep is kept first (breakout local search, Morris 1993).
 */
export class Mender {
  private readonly weights: Int32Array;
  private readonly movedAt: Int32Array;
  private moved = 0;

  constructor(
    private readonly spread: Spread,
    private readonly chance: Chance,
  ) {
    this.weights = new Int32Array(spread.held.length).fill(1);
    this.movedAt = new Int32Array(spread.children.length).fill(-REST);
  }

  /** Mends in so many steps at most and remembers what was reached; else leaves all as it was and answers false. */
  mend(steps: number): boolean {
    const { spread } = this;
    const moves: [place: number, direction: Direction][] = [];
    const heavier: number[] = [];
    for (let left = steps; left > 0 && spread.broken.length > 0; left--) {
      const set = spread.broken[this.below(spread.broken.length)] ?? 0;
      const direction = (spread.held[set] ?? 0) < (spread.low[set] ?? 0) ? 1 : -1;
      const { place, cost } = this.cheapest(set, direction);
      if (cost >= 0) {
        heavier.push(set);
        this.weights[set] = (this.weights[set] ?? 0) + 1;
      }
      if (place < 0) continue;
      spread.move(place, direction);
      this.movedAt[place] = ++this.moved;
      moves.push([place, direction]);
    }
    for (const set of heavier) this.weights[set] = 1;
    const isMended = spread.broken.length === 0;
    if (isMended) for (const [place] of moves) spread.remember(place);
    else for (const [place, direction] of moves.reverse()) spread.move(place, direction === 1 ? -1 : 1);
    return isMended;
  }

  private cheapest(set: number, direction: Direction): { readonly place: number; readonly cost: number } {
    const { spread, weights } = this;
    const inside = spread.program.members[set] ?? [];
    const start = this.below(inside.length);
    let best = { place: -1, cost: Infinity };
    for (let i = 0, looked = 0; i < inside.length && looked < LOOKED_AT; i++) {
      const place = inside[(start + i * STRIDE) % inside.length] ?? 0;
      if (direction === -1 && spread.children[place] === 0) continue;
      looked++;
      const cost = spread.costOf(place, direction, weights);
      const rests = this.moved - (this.movedAt[place] ?? 0) < REST;
      if (cost < best.cost && !(rests && cost >= 0)) best = { place, cost };
    }
    return best;
  }

  private below(limit: number): number {
    return Math.floor(this.chance() * limit);
  }
}
