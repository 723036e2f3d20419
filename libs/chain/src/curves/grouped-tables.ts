import type { Month } from '../month';
import { readChange, readEvent, type CurvePart } from './curve-cell';
import { unpackCurveCounts } from './curve-counts';
import { Entries } from './entries';
import type { RiskEvent } from './risk-steps';
import type { RiskMoment, StepTable } from './step-table';
import { stratumAt, type Stratum } from './stratum';
import type { StepPlace, Way } from './way';

/** Which stratum a month at risk counts for: the one known in that month, or the last one known at all. */
export const CURVE_DIMENSIONS = ['then', 'last'] as const;
export type CurveDimension = (typeof CURVE_DIMENSIONS)[number];

/** The group that cases of a birth month in a stratum are counted in; null where they are not asked for. */
export type GroupOf = (birth: Month, stratum: Stratum) => string | null;

export interface GroupingQuestion<T extends StepTable> {
  readonly asOf: Month;
  readonly dimension: CurveDimension;
  readonly groupOf: GroupOf;
  readonly newTable: (group: string) => T;
}

/** Packed counts of one birth year in one stratum, from one stage or state. */
export interface CountedCell {
  readonly from: string;
  readonly part: CurvePart;
  readonly stratum: Stratum;
  readonly birthYear: number;
  readonly counts: Uint8Array;
}

/** What the numbers in packed counts stand for. */
export interface CurveNames {
  /** Undefined for a stage that is not asked for. */
  stage(id: number): string | undefined;
  stratum(id: number): Stratum;
}

interface Counted<T> {
  readonly table: T;
  /** By the end of the as-of month. */
  readonly entered: Entries;
}

/** Sums steps up by group. Who goes from one stratum to another within a group stays under observation in it. */
export class GroupedTables<T extends StepTable> {
  private readonly counted = new Map<string, Counted<T>>();

  constructor(private readonly question: GroupingQuestion<T>) {}

  /**
   * The groups that anybody had entered by the as-of month, in no particular order: however a state of knowledge was come to,
   * and however far their tables follow them.
   */
  get byGroup(): ReadonlyMap<string, T> {
    return new Map(
      [...this.counted].filter(([, { entered }]) => entered.any).map(([group, { table }]) => [group, table]),
    );
  }

  /** Adds what an aggregate holds. */
  addCell({ from, part, stratum, birthYear, counts }: CountedCell, names: CurveNames): void {
    const { asOf, dimension } = this.question;
    if (part !== 'then' && part !== (dimension === 'then' ? 'change' : 'last')) return;
    const tableAt = this.tablesOf(stratum);
    unpackCurveCounts(counts, birthYear, (birth, origin, t, series, n) => {
      const month = origin + t;
      if (part === 'change') {
        const { to: stage, into } = readChange(series);
        const to = names.stage(stage);
        if (to === undefined) return;
        this.change({ birth, origin, month }, tableAt(birth), names.stratum(into), n, { from, to });
        return;
      }
      const { to: stage, kind, lag } = readEvent(series);
      const to = names.stage(stage);
      if (to === undefined || month + lag > asOf) return;
      this.add({ birth, origin, month }, tableAt(birth), kind, n, { from, to });
    });
  }

  /** Adds one case, or takes it away. */
  addWay({ birth, origin, strata, steps }: Way, n: 1 | -1): void {
    const { asOf, dimension } = this.question;
    const last = stratumAt(strata, asOf);
    for (const { step, ...place } of steps) {
      const moment = { birth, origin, month: step.month };
      if (step.kind !== 'change') {
        const stratum = dimension === 'last' ? last : step.stratum;
        this.add(moment, this.tableOf(birth, stratum), step.kind, n, place);
      } else if (dimension === 'then') {
        this.change(moment, this.tableOf(birth, step.stratum), step.into, n, place);
      }
    }
  }

  private add(
    moment: RiskMoment,
    into: Counted<T> | null,
    kind: RiskEvent,
    n: number,
    place: StepPlace,
  ): void {
    if (!into) return;
    const { birth, month } = moment;
    if (kind === 'enter' && Math.max(birth, month) <= this.question.asOf) into.entered.add(n, place.to);
    into.table.add(moment, kind, n, place);
  }

  private change(
    moment: RiskMoment,
    left: Counted<T> | null,
    into: Stratum,
    n: number,
    place: StepPlace,
  ): void {
    const entered = this.tableOf(moment.birth, into);
    if (left === entered) return;
    left?.table.leave(moment, n, place);
    this.add(moment, entered, 'enter', n, place);
  }

  /** The tables of one stratum: counts come in order of birth months, so that each is looked up once. */
  private tablesOf(stratum: Stratum): (birth: Month) => Counted<T> | null {
    let found: { readonly birth: Month; readonly table: Counted<T> | null } | undefined;
    return (birth) => {
      if (found?.birth !== birth) found = { birth, table: this.tableOf(birth, stratum) };
      return found.table;
    };
  }

  private tableOf(birth: Month, stratum: Stratum): Counted<T> | null {
    const group = this.question.groupOf(birth, stratum);
    if (group === null) return null;
    let counted = this.counted.get(group);
    if (!counted) {
      const table = this.question.newTable(group);
      this.counted.set(group, (counted = { table, entered: new Entries(table.stages) }));
    }
    return counted;
  }
}
