import type { ExitReason } from '../history/presence';
import type { Month } from '../month';
import type { RiskEvent } from './risk-steps';
import type { RiskMoment, StepTable } from './step-table';
import type { StepPlace } from './way';

/** What happened t months after birth: entries into a state first, then transitions, then censoring. */
export interface OccupationRow {
  readonly t: number;
  readonly entries: Readonly<Record<string, number>>;
  readonly transitions: readonly (StepPlace & { readonly n: number })[];
  readonly censored: Readonly<Record<string, number>>;
}

/** By time, then by the number of a state or of a pair of states. */
type Sums = Map<number, Map<number, number>>;

/** More than there are stages and reasons to leave. */
const STATES = 2 ** 15;

/**
 * Furthest stages of one group at an as-of month, by months since birth. A reason that competes is a state of its own,
 * into which children go; by any other one they are censored. The counts may come in any order.
 */
export class OccupationTable implements StepTable {
  private readonly states = new NumberedStates();
  private readonly entries: Sums = new Map();
  private readonly transitions: Sums = new Map();
  private readonly censored: Sums = new Map();
  /** Who is under observation in a state at the end, by origin. */
  private readonly open: Sums = new Map();

  constructor(
    private readonly asOf: Month,
    private readonly competing: ReadonlySet<ExitReason>,
  ) {}

  add({ birth, origin, month }: RiskMoment, kind: RiskEvent, n: number, place: StepPlace): void {
    if (Math.max(birth, month) > this.asOf) return;
    const t = month - origin;
    const from = this.states.numberOf(place.from);
    if (kind === 'enter') {
      addTo(this.entries, t, from, n);
      addTo(this.open, origin, from, n);
      return;
    }
    const to = place.to ? this.states.numberOf(place.to) : from;
    if (kind === 'event') {
      addTo(this.transitions, t, from * STATES + to, n);
      addTo(this.open, origin, from, -n);
      addTo(this.open, origin, to, n);
    } else {
      addTo(this.open, origin, to, -n);
      if (!this.competing.has(kind)) return addTo(this.censored, t, to, n);
      // Who reached a stage and left in one month went straight from the state before: at its end it is gone.
      if (place.to) addTo(this.transitions, t, from * STATES + to, -n);
      addTo(this.transitions, t, from * STATES + this.states.numberOf(kind), n);
    }
  }

  leave({ birth, origin, month }: RiskMoment, n: number, place: StepPlace): void {
    if (Math.max(birth, month) > this.asOf) return;
    const from = this.states.numberOf(place.from);
    addTo(this.censored, month - 1 - origin, from, n);
    addTo(this.open, origin, from, -n);
  }

  /** Rows in order of time; months in which nothing happens are left out. */
  rows(): OccupationRow[] {
    const censored: Sums = new Map([...this.censored].map(([t, sums]) => [t, new Map(sums)]));
    for (const [origin, sums] of this.open)
      for (const [state, n] of sums) addTo(censored, this.asOf - origin, state, n);
    const times = new Set([this.entries, this.transitions, censored].flatMap((sums) => [...sums.keys()]));
    return [...times]
      .sort((a, b) => a - b)
      .map((t) => ({
        t,
        entries: this.byState(this.entries.get(t)),
        transitions: this.byPair(this.transitions.get(t)),
        censored: this.byState(censored.get(t)),
      }));
  }

  private byState(sums: ReadonlyMap<number, number> = NOBODY): Record<string, number> {
    const named: Record<string, number> = {};
    for (const [state, n] of sums) named[this.states.named(state)] = n;
    return named;
  }

  private byPair(sums: ReadonlyMap<number, number> = NOBODY): OccupationRow['transitions'] {
    return Array.from(sums, ([pair, n]) => ({
      from: this.states.named(Math.floor(pair / STATES)),
      to: this.states.named(pair % STATES),
      n,
    }));
  }
}

const NOBODY: ReadonlyMap<number, number> = new Map();

/** Numbers states as they come: sums are looked up with every count, and numbers are found faster than pairs of names. */
class NumberedStates {
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) this.numbers.set(name, (number = this.names.push(name) - 1));
    return number;
  }

  named(number: number): string {
    return this.names[number] ?? '';
  }
}

/** What comes to zero leaves nothing behind. */
function addTo(sums: Sums, at: number, number: number, n: number): void {
  let numbers = sums.get(at);
  if (!numbers) sums.set(at, (numbers = new Map<number, number>()));
  const sum = (numbers.get(number) ?? 0) + n;
  if (sum !== 0) {
    numbers.set(number, sum);
    return;
  }
  numbers.delete(number);
  if (numbers.size === 0) sums.delete(at);
}
