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

type Sums = Map<number, Map<string, number>>;

/**
 * Furthest stages of one group at an as-of month, by months since birth. A reason that competes is a state of its own,
 * into which children go; by any other one they are censored. The counts may come in any order.
 */
export class OccupationTable implements StepTable {
  private readonly entries: Sums = new Map();
  private readonly transitions: Sums = new Map();
  private readonly censored: Sums = new Map();
  /** Who is under observation in a state at the end, by origin. */
  private readonly open: Sums = new Map();

  constructor(
    private readonly asOf: Month,
    private readonly competing: ReadonlySet<ExitReason>,
  ) {}

  add({ birth, origin, month }: RiskMoment, kind: RiskEvent, n: number, { from, to }: StepPlace): void {
    if (Math.max(birth, month) > this.asOf) return;
    const t = month - origin;
    if (kind === 'enter') {
      addTo(this.entries, t, from, n);
      addTo(this.open, origin, from, n);
    } else if (kind === 'event') {
      addTo(this.transitions, t, pairOf(from, to), n);
      addTo(this.open, origin, from, -n);
      addTo(this.open, origin, to, n);
    } else {
      addTo(this.open, origin, to || from, -n);
      if (!this.competing.has(kind)) return addTo(this.censored, t, to || from, n);
      // Who reached a stage and left in one month went straight from the state before: at its end it is gone.
      if (to) addTo(this.transitions, t, pairOf(from, to), -n);
      addTo(this.transitions, t, pairOf(from, kind), n);
    }
  }

  leave({ birth, origin, month }: RiskMoment, n: number, { from }: StepPlace): void {
    if (Math.max(birth, month) > this.asOf) return;
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
        entries: Object.fromEntries(this.entries.get(t) ?? []),
        transitions: [...(this.transitions.get(t) ?? [])].map(([pair, n]) => ({ ...placeOf(pair), n })),
        censored: Object.fromEntries(censored.get(t) ?? []),
      }));
  }
}

/** What comes to zero leaves nothing behind. */
function addTo(sums: Sums, at: number, name: string, n: number): void {
  let names = sums.get(at);
  if (!names) sums.set(at, (names = new Map<string, number>()));
  const sum = (names.get(name) ?? 0) + n;
  if (sum !== 0) {
    names.set(name, sum);
    return;
  }
  names.delete(name);
  if (names.size === 0) sums.delete(at);
}

/** Ids of stages hold no line break. */
function pairOf(from: string, to: string): string {
  return `${from}\n${to}`;
}

function placeOf(pair: string): StepPlace {
  const at = pair.indexOf('\n');
  return { from: pair.slice(0, at), to: pair.slice(at + 1) };
}
