import type { Program } from '../program';
import type { Solver } from '../solver';

/** Every way to spread children, no more than so many in a place. */
export function* everySpread({ places, members, ranges }: Program, most: number): Generator<number[]> {
  for (let number = 0; number < (most + 1) ** places; number++) {
    const children = Array.from(
      { length: places },
      (_, i) => Math.floor(number / (most + 1) ** i) % (most + 1),
    );
    const isSound = ranges.every(({ low, high }, set) => {
      const held = sumOver(members[set] ?? [], children);
      return low <= held && held <= high;
    });
    if (isSound) yield children;
  }
}

export function sumOver(places: readonly number[], children: readonly number[]): number {
  return places.reduce((sum, place) => sum + (children[place] ?? 0), 0);
}

/** A solver that tries everything. */
export function tryingSolver(most: number): Solver {
  return (program) => ({
    solve: (demand) => {
      const ranges = program.ranges.map((range, set) => (set === demand?.set ? demand.within : range));
      const [found] = everySpread({ ...program, ranges }, most);
      return found ?? 'impossible';
    },
    close: () => undefined,
  });
}
