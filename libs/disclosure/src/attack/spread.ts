import type { CountRange } from './count-range';
import type { Program } from './program';
import { setsOfPlaces, type SetsOfPlaces } from './sets-of-places';

export type Direction = 1 | -1;

/** More children than there are anywhere, in 32 bits. */
const UNBOUNDED = 2 ** 30;

/** One way in which children may be spread over the finest places, right or wrong: it knows which sets hold too few or too many. */
export class Spread {
  /** How many children are in each place. */
  readonly children: Int32Array;
  /** How many each set holds, and must hold at least and at most. */
  readonly held: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Sets that hold too few or too many, in any order. */
  readonly broken: number[] = [];
  private readonly brokenAt: Int32Array;
  private readonly least: Int32Array;
  private readonly greatest: Int32Array;
  private readonly of: SetsOfPlaces;

  constructor(readonly program: Program) {
    const { places, members, ranges } = program;
    const each = (value: number): Int32Array => new Int32Array(ranges.length).fill(value);
    this.children = new Int32Array(places);
    this.held = each(0);
    this.low = Int32Array.from(ranges, ({ low }) => low);
    this.high = Int32Array.from(ranges, ({ high }) => Math.min(high, UNBOUNDED));
    this.brokenAt = each(-1);
    this.least = each(UNBOUNDED);
    this.greatest = each(-1);
    this.of = setsOfPlaces(places, members);
    for (const set of ranges.keys()) this.check(set);
  }

  /** One child more or less. */
  move(place: number, direction: Direction): void {
    const { starts, sets } = this.of;
    this.children[place] = (this.children[place] ?? 0) + direction;
    for (let i = starts[place] ?? 0, end = starts[place + 1] ?? 0; i < end; i++) {
      const set = sets[i] ?? 0;
      this.held[set] = (this.held[set] ?? 0) + direction;
      this.check(set);
    }
  }

  /** What a move would cost: the weight of the sets that it takes further from their range, less that of those it brings nearer. */
  costOf(place: number, direction: Direction, weights: Int32Array): number {
    const { held, low, high } = this;
    const { starts, sets } = this.of;
    let cost = 0;
    for (let i = starts[place] ?? 0, end = starts[place + 1] ?? 0; i < end; i++) {
      const set = sets[i] ?? 0;
      const n = held[set] ?? 0;
      const [least, most] = [low[set] ?? 0, high[set] ?? 0];
      if (direction === 1 ? n >= most : n <= least) cost += weights[set] ?? 0;
      else if (direction === 1 ? n < least : n > most) cost -= weights[set] ?? 0;
    }
    return cost;
  }

  /** Whether a move breaks nothing. */
  isFree(place: number, direction: Direction): boolean {
    if (direction === -1 && this.children[place] === 0) return false;
    const { starts, sets } = this.of;
    for (let i = starts[place] ?? 0, end = starts[place + 1] ?? 0; i < end; i++) {
      const set = sets[i] ?? 0;
      const n = this.held[set] ?? 0;
      if (direction === 1 ? n >= (this.high[set] ?? 0) : n <= (this.low[set] ?? 0)) return false;
    }
    return true;
  }

  /** Spreads all children anew. */
  moveTo(children: readonly number[]): void {
    for (const [place, n] of children.entries()) {
      const direction = n > (this.children[place] ?? 0) ? 1 : -1;
      while (this.children[place] !== n) this.move(place, direction);
    }
  }

  /** Demands another range of a set. */
  demand(set: number, { low, high }: CountRange): void {
    this.low[set] = low;
    this.high[set] = Math.min(high, UNBOUNDED);
    this.check(set);
  }

  /** Remembers how many the sets of a place hold, now that nothing is broken. */
  remember(place: number): void {
    const { starts, sets } = this.of;
    for (let i = starts[place] ?? 0, end = starts[place + 1] ?? 0; i < end; i++) this.note(sets[i] ?? 0);
  }

  rememberAll(): void {
    for (const set of this.held.keys()) this.note(set);
  }

  /** The least and the greatest count that a set was seen to hold while nothing was broken; null before that. */
  seen(set: number): CountRange | null {
    const [low, high] = [this.least[set] ?? UNBOUNDED, this.greatest[set] ?? -1];
    return low > high ? null : { low, high };
  }

  private note(set: number): void {
    const n = this.held[set] ?? 0;
    if (n < (this.least[set] ?? 0)) this.least[set] = n;
    if (n > (this.greatest[set] ?? 0)) this.greatest[set] = n;
  }

  private check(set: number): void {
    const n = this.held[set] ?? 0;
    const isBroken = n < (this.low[set] ?? 0) || n > (this.high[set] ?? 0);
    const at = this.brokenAt[set] ?? -1;
    if (isBroken === at >= 0) return;
    if (isBroken) {
      this.brokenAt[set] = this.broken.push(set) - 1;
      return;
    }
    const last = this.broken.pop() ?? set;
    if (last !== set) {
      this.broken[at] = last;
      this.brokenAt[last] = at;
    }
    this.brokenAt[set] = -1;
  }
}
