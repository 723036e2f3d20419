import type { Month } from '../month';
import type { RiskEvent } from './risk-steps';
import { RiskTable, type RiskTableRow } from './risk-table';
import type { RiskMoment, StepTable } from './step-table';
import type { StepPlace } from './way';

/** How many cases went from one state to another in the month t of their lives. */
export interface Transition extends StepPlace {
  readonly t: number;
  readonly n: number;
}

/** Furthest stages of one group at an as-of month, by months since birth: a risk table for each state. */
export class OccupationTable implements StepTable {
  private readonly states = new Map<string, RiskTable>();
  private readonly moves = new Map<string, Transition>();

  constructor(private readonly asOf: Month) {}

  add(moment: RiskMoment, kind: RiskEvent, n: number, { from, to }: StepPlace): void {
    this.stateTable(from).add(moment, kind, n);
    if (kind !== 'event') return;
    this.stateTable(to).add(moment, 'enter', n);
    if (Math.max(moment.birth, moment.month) > this.asOf) return;
    const t = moment.month - moment.origin;
    const key = JSON.stringify([from, to, t]);
    this.moves.set(key, { from, to, t, n: n + (this.moves.get(key)?.n ?? 0) });
  }

  leave(moment: RiskMoment, n: number, { from }: StepPlace): void {
    this.stateTable(from).leave(moment, n);
  }

  /** Rows by state; the entries of a state include those from other states. */
  rowsByState(): Map<string, RiskTableRow[]> {
    return new Map([...this.states].map(([state, table]) => [state, table.rows()]));
  }

  transitions(): Transition[] {
    return [...this.moves.values()].filter(({ n }) => n !== 0);
  }

  private stateTable(state: string): RiskTable {
    let table = this.states.get(state);
    if (!table) this.states.set(state, (table = new RiskTable(this.asOf)));
    return table;
  }
}
