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
  /** Its number. */
  readonly stratum: number;
  readonly birthYear: number;
  readonly counts: Uint8Array;
}

/** What the numbers in cells and packed counts stand for. */
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

  /** Takes what an aggregate holds, cell by cell. There are few birth months, strata and stages: each is looked up once. */
  adderOf(names: CurveNames): (cell: CountedCell) => void {
    const { asOf, dimension } = this.question;
    const tablesOf = memoised((stratum: number) =>
      memoised((birth: Month) => this.tableOf(birth, names.stratum(stratum))),
    );
    const placesFrom = memoised((from: string) =>
      memoised((stage: number): StepPlace | null => {
        const to = names.stage(stage);
        return to === undefined ? null : { from, to };
      }),
    );
    return ({ from, part, stratum, birthYear, counts }) => {
      if (part !== 'then' && part !== (dimension === 'then' ? 'change' : 'last')) return;
      const [tableAt, placeTo] = [tablesOf(stratum), placesFrom(from)];
      unpackCurveCounts(counts, birthYear, (birth, origin, t, series, n) => {
        const month = origin + t;
        if (part === 'change') {
          const { to, into } = readChange(series);
          const place = placeTo(to);
          if (place) this.change({ birth, origin, month }, tableAt(birth), tablesOf(into)(birth), n, place);
          return;
        }
        const { to, kind, lag } = readEvent(series);
        const place = placeTo(to);
        if (place && month + lag <= asOf) this.add({ birth, origin, month }, tableAt(birth), kind, n, place);
      });
    };
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
        this.change(moment, this.tableOf(birth, step.stratum), this.tableOf(birth, step.into), n, place);
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
    entered: Counted<T> | null,
    n: number,
    place: StepPlace,
  ): void {
    if (left === entered) return;
    left?.table.leave(moment, n, place);
    this.add(moment, entered, 'enter', n, place);
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

function memoised<K, V>(valueOf: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = valueOf(key)));
    return value;
  };
}
