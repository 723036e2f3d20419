import type { CountRange } from './count-range';
import type { LinearProgram } from './linear-program';
import { TableOfPlaces } from './table-of-places';

/** What a solver says to a demand: whole numbers for all columns, that there are none, or that it gave up. */
export type Answer = readonly number[] | 'impossible' | 'unknown';

/** A program that a solver holds ready. */
export interface OpenProgram {
  /** Whole numbers that fulfil the program, any; with a demand, only those in which a column lies in a range. */
  solve(demand?: { readonly column: number; readonly within: CountRange }): Answer;
  close(): void;
}

export type Solver = (program: LinearProgram) => OpenProgram;

/** What an attacker can tell of a count. */
export interface Bounds {
  /** Both ends are possible: the attacker cannot narrow it down further than to this. */
  readonly possible: CountRange;
  /** Nothing outside is possible. */
  readonly certain: CountRange;
}

/** Further than this no cell is moved to show that it can be something else. */
const STEPS = 10;
/** Cells that had no room in the first round may have some in the next. */
const ROUNDS = 2;

/**
 * What an attacker can tell of each cell of a layer. One whole-number solution is found, then children are moved in and out of each
 * cell by hand: whatever that reaches is another solution. Of cells that hardly move the solver is asked whether they can be more, and less; each
 * solution it finds is moved about in turn. Null where nothing fulfils the program: then a supposition was wrong.
 */
export function searchBounds(program: LinearProgram, solver: Solver): readonly Bounds[] | null {
  const open = solver(program);
  try {
    const first = open.solve();
    if (first === 'impossible') return null;
    const search = new Search(program, open);
    if (first !== 'unknown') search.explore(first);
    return search.bounds();
  } finally {
    open.close();
  }
}

class Search {
  private readonly certain: CountRange[];
  private readonly seen: (CountRange | undefined)[];

  constructor(
    private readonly program: LinearProgram,
    private readonly open: OpenProgram,
  ) {
    const { cells, low, high } = program;
    this.certain = Array.from({ length: cells }, (_, i) => ({ low: low[i] ?? 0, high: high[i] ?? Infinity }));
    this.seen = this.certain.map(() => undefined);
  }

  /** Takes in a solution and all that is near it. */
  explore(solution: readonly number[]): void {
    const table = new TableOfPlaces(this.program, solution);
    const unclear = [...this.certain.keys()].filter((cell) => this.isNarrow(cell));
    for (let round = 0; round < ROUNDS; round++) {
      for (const cell of unclear) {
        table.stretch(cell, 1, STEPS);
        table.stretch(cell, -1, STEPS);
      }
    }
    for (const cell of this.seen.keys()) this.seen[cell] = hull(this.seen[cell], table.seen(cell));
  }

  bounds(): Bounds[] {
    for (const cell of this.certain.keys()) {
      if (this.isNarrow(cell)) this.ask(cell, 1);
      if (this.isNarrow(cell)) this.ask(cell, -1);
    }
    return this.certain.map((certain, cell) => ({ possible: this.seen[cell] ?? certain, certain }));
  }

  /** Whether a cell can be more, or less, than it was seen to be. */
  private ask(cell: number, direction: 1 | -1): void {
    const { seen, certain } = this.rangesOf(cell);
    const within =
      direction === 1 ? { low: seen.high + 1, high: certain.high } : { low: certain.low, high: seen.low - 1 };
    if (within.low > within.high) return;
    const answer = this.open.solve({ column: cell, within });
    if (answer === 'impossible') {
      this.certain[cell] =
        direction === 1 ? { low: certain.low, high: seen.high } : { low: seen.low, high: certain.high };
    } else if (answer !== 'unknown') this.explore(answer);
  }

  /** One number only, or none but 0 and 1: whoever knows a child in the cell would then know all of it. */
  private isNarrow(cell: number): boolean {
    const { seen } = this.rangesOf(cell);
    return seen.low === seen.high || seen.high === 1;
  }

  private rangesOf(cell: number): { readonly seen: CountRange; readonly certain: CountRange } {
    const certain = this.certain[cell] ?? { low: 0, high: Infinity };
    return { certain, seen: this.seen[cell] ?? { low: certain.low, high: certain.low } };
  }
}

function hull(a: CountRange | undefined, b: CountRange): CountRange {
  return a ? { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) } : b;
}
