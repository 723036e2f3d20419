import type { CountRange } from './count-range';
import { Mender, type Chance } from './mender';
import type { Program } from './program';
import type { Answer, OpenProgram, Solver } from './solver';
import { Spread } from './spread';
import { sweep } from './sweep';

/** What an attacker can tell of a count. */
export interface Bounds {
  /** Both ends are possible: the attacker cannot narrow it down further than to this. Null where nothing was found to be possible. */
  readonly possible: CountRange | null;
  /** Nothing outside is possible. */
  readonly certain: CountRange;
}

/** With what a release is attacked. */
export interface Weapons {
  readonly solver: Solver;
  readonly chance: Chance;
}

/** Steps for a first spread of all children, and for another count of a cell. */
const STEPS = { first: 500_000, other: 2_000 } as const;
/** So often children are put in and taken out wherever there is room. */
const SWEEPS = 3;
/** A solver that has given up so often in a layer is not asked again. */
const PATIENCE = 3;

/**
 * What an attacker can tell of each cell of a layer. One way in which the children may be spread is found by moving them one by one;
 * then each cell is demanded to be more and less, and whatever mends that is another way. Only where neither is found is the solver
 * asked. Null where there is no way: then a supposition was wrong.
 */
export function searchBounds(program: Program, { solver, chance }: Weapons): readonly Bounds[] | null {
  if (program.ranges.some(({ low, high }) => low > high)) return null;
  const inquiry = new Inquiry(program, solver);
  try {
    const search = new Search(program, inquiry, chance);
    return search.start() ? search.bounds() : null;
  } finally {
    inquiry.close();
  }
}

class Search {
  private readonly certain: CountRange[];
  private readonly spread: Spread;
  private readonly mender: Mender;

  constructor(
    private readonly program: Program,
    private readonly inquiry: Inquiry,
    private readonly chance: Chance,
  ) {
    this.certain = program.ranges.slice(0, program.cells);
    this.spread = new Spread(program);
    this.mender = new Mender(this.spread, chance);
  }

  /** Looks for a first spread; false where there is none. */
  start(): boolean {
    if (this.mender.mend(STEPS.first)) {
      this.lookAround();
      return true;
    }
    const answer = this.inquiry.solve();
    this.take(answer);
    return answer !== 'impossible';
  }

  bounds(): Bounds[] {
    for (const cell of this.certain.keys()) {
      this.stretch(cell);
      // Twice: the first answer may be one child more, which leaves it narrow.
      for (const more of [true, true, false]) if (this.isNarrow(cell)) this.ask(cell, more);
    }
    return this.certain.map((certain, cell) => ({ possible: this.spread.seen(cell), certain }));
  }

  /** Demands more of a cell than was seen, and less, as long as it is narrow. */
  private stretch(cell: number): void {
    for (const more of [true, false]) {
      const within = this.isNarrow(cell) ? this.beyond(cell, more) : null;
      if (within === null) continue;
      // One child more would leave it narrow.
      const low = more ? Math.max(within.low, Math.min(2, within.high)) : within.low;
      this.spread.demand(cell, { ...within, low });
      this.mender.mend(STEPS.other);
      this.spread.demand(cell, this.program.ranges[cell] as CountRange);
    }
  }

  /** Whether a cell can be more, or less, than it was seen to be. */
  private ask(cell: number, more: boolean): void {
    const within = this.beyond(cell, more);
    if (within === null) return;
    const answer = this.inquiry.solve({ set: cell, within });
    this.take(answer);
    const { low, high } = this.certain[cell] as CountRange;
    if (answer !== 'impossible') return;
    this.certain[cell] = more ? { low, high: within.low - 1 } : { low: within.high + 1, high };
  }

  /** What a cell was not seen to be and may be; null where there is nothing, or nothing was seen at all. */
  private beyond(cell: number, more: boolean): CountRange | null {
    const seen = this.spread.seen(cell);
    if (seen === null) return null;
    const { low, high } = this.certain[cell] as CountRange;
    const within = more ? { low: seen.high + 1, high } : { low, high: seen.low - 1 };
    return within.low > within.high ? null : within;
  }

  /** Takes over what a solver has found. */
  private take(answer: Answer): void {
    if (typeof answer === 'string') return;
    const before = [...this.spread.children];
    this.spread.moveTo(answer);
    if (this.spread.broken.length === 0) this.lookAround();
    else this.spread.moveTo(before);
  }

  private lookAround(): void {
    this.spread.rememberAll();
    for (let i = 0; i < SWEEPS; i++) {
      sweep(this.spread, 1, this.chance);
      sweep(this.spread, -1, this.chance);
    }
    // In between there is room to move.
    sweep(this.spread, 1, this.chance);
  }

  /** One number only, or none but 0 and 1: whoever knows a child in the cell would then know all of it. */
  private isNarrow(cell: number): boolean {
    const seen = this.spread.seen(cell);
    return seen !== null && (seen.low === seen.high || seen.high === 1);
  }
}

/** A solver that is called when it is needed, and loses patience. */
class Inquiry {
  private open: OpenProgram | undefined;
  private givenUp = 0;

  constructor(
    private readonly program: Program,
    private readonly solver: Solver,
  ) {}

  solve(demand?: Parameters<OpenProgram['solve']>[0]): Answer {
    if (this.givenUp >= PATIENCE) return 'unknown';
    this.open ??= this.solver(this.program);
    const answer = this.open.solve(demand);
    if (answer === 'unknown') this.givenUp++;
    return answer;
  }

  close(): void {
    this.open?.close();
  }
}
