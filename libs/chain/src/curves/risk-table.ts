import type { Month } from '../month';
import type { RiskEvent } from './risk-steps';
import type { RiskMoment, StepTable } from './step-table';

/** What happened t months after the origin: entries first, then events, then exits. */
export interface RiskTableRow {
  readonly t: number;
  entries: number;
  events: number;
  moved_out: number;
  died: number;
  /** Left for another stratum, or still under observation at the end of the as-of month. */
  censored: number;
}

/** Counts of one group at an as-of month, by months since the origin. The counts may come in any order. */
export class RiskTable implements StepTable {
  private readonly byTime = new Map<number, RiskTableRow>();
  /** Entries less exits, by origin: who is still under observation at the end. */
  private readonly open = new Map<Month, number>();

  constructor(private readonly asOf: Month) {}

  add(moment: RiskMoment, kind: RiskEvent, n: number): void {
    if (!this.happened(moment)) return;
    const { origin, month } = moment;
    const row = this.rowAt(month - origin);
    if (kind === 'enter') row.entries += n;
    else row[kind === 'event' ? 'events' : kind] += n;
    this.stay(origin, kind === 'enter' ? n : -n);
  }

  /** Leaves for another stratum: the month of the change is at risk there already. */
  leave(moment: RiskMoment, n: number): void {
    if (!this.happened(moment)) return;
    const { origin, month } = moment;
    this.rowAt(month - 1 - origin).censored += n;
    this.stay(origin, -n);
  }

  /** How many are under observation at the end of the as-of month, without the event. */
  get stillObserved(): number {
    return [...this.open.values()].reduce((sum, n) => sum + n, 0);
  }

  /** Rows in order of time; months in which nothing happens are left out. */
  rows(): RiskTableRow[] {
    const rows = new Map([...this.byTime].map(([t, row]) => [t, { ...row }]));
    for (const [origin, n] of this.open) {
      const t = this.asOf - origin;
      const row = rows.get(t) ?? nothingAt(t);
      row.censored += n;
      rows.set(t, row);
    }
    return [...rows.values()]
      .filter(({ t: _, ...counts }) => Object.values(counts).some((n) => n !== 0))
      .sort((a, b) => a.t - b.t);
  }

  /** A birth that is not known yet is counted nowhere. */
  private happened({ birth, month }: RiskMoment): boolean {
    return Math.max(birth, month) <= this.asOf;
  }

  private rowAt(t: number): RiskTableRow {
    let row = this.byTime.get(t);
    if (!row) this.byTime.set(t, (row = nothingAt(t)));
    return row;
  }

  private stay(origin: Month, n: number): void {
    const sum = (this.open.get(origin) ?? 0) + n;
    if (sum === 0) this.open.delete(origin);
    else this.open.set(origin, sum);
  }
}

function nothingAt(t: number): RiskTableRow {
  return { t, entries: 0, events: 0, moved_out: 0, died: 0, censored: 0 };
}
