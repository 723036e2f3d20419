import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LifeTableRow } from '../life-table/life-table-row';
import type { DelayCount } from '../reporting-delay/reporting-delay';
import type { StateRow } from '../state-occupation/state-row';

/** Numbers of R side by side, one array for each column; null is R's NA or NaN. */
export interface Columns {
  readonly value: readonly number[];
  readonly stdErr: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

export interface CurveFixture {
  readonly rows: {
    readonly t: readonly number[];
    readonly entries: readonly number[];
    readonly events: readonly number[];
    readonly competing: Readonly<Record<string, readonly number[]>>;
    readonly censored: readonly number[];
  };
  readonly kaplanMeier: Columns & {
    readonly t: readonly number[];
    readonly atRisk: readonly number[];
    readonly horizon: number;
    readonly restrictedMean: number;
    readonly restrictedMeanStdErr: number;
    /** At 25, 50 and 75 %. */
    readonly quartiles: Readonly<Record<'quantile' | 'lower' | 'upper', readonly (number | null)[]>>;
  };
  /** Only where there are competing events. */
  readonly incidence?: {
    readonly t: readonly number[];
    readonly atRisk: readonly number[];
    readonly causes: Readonly<Record<string, Columns>>;
    readonly eventFree: Columns;
    /** The incidence of the event by another package, where everybody enters at the origin. */
    readonly cuminc?: readonly number[];
    /** Up to the horizon of `kaplanMeier`. */
    readonly timeLost: {
      readonly states: readonly string[];
      readonly value: readonly number[];
      readonly stdErr: readonly number[];
    };
  };
}

export interface OccupationFixture {
  readonly states: readonly string[];
  readonly rows: {
    readonly entries: readonly { readonly t: number; readonly state: string; readonly n: number }[];
    readonly transitions: readonly {
      readonly t: number;
      readonly from: string;
      readonly to: string;
      readonly n: number;
    }[];
    readonly censored: readonly { readonly t: number; readonly state: string; readonly n: number }[];
  };
  readonly t: readonly number[];
  /** By initial state, then by state. */
  readonly occupation: Readonly<Record<string, Readonly<Record<string, Columns>>>>;
}

interface Strata {
  readonly n: number;
  readonly share: number;
}

export interface SharesFixture {
  readonly z: readonly number[];
  readonly newcombe: readonly {
    readonly x1: number;
    readonly n1: number;
    readonly x2: number;
    readonly n2: number;
    readonly lower: number;
    readonly upper: number;
  }[];
  /** Limits: 0.1, 2.5, 97.5 and 99.9 %. */
  readonly funnel: readonly (Strata & { readonly limits: readonly number[] })[];
  readonly funnelOfTwo: readonly { readonly strata: readonly Strata[]; readonly limits: readonly number[] }[];
  readonly overDispersion: {
    readonly successes: readonly number[];
    readonly n: readonly number[];
    readonly z: readonly number[];
    readonly phi: number;
  };
  readonly standardised: {
    readonly weights: readonly number[];
    readonly groups: readonly {
      readonly successes: readonly number[];
      readonly n: readonly number[];
      readonly value: number;
      readonly stdErr: number;
      readonly lower: number;
      readonly upper: number;
    }[];
  };
}

export type DelaysFixture = Readonly<
  Record<
    'jasa' | 'mgus2',
    Columns & {
      readonly asOf: number;
      readonly counts: readonly DelayCount[];
      readonly delay: readonly number[];
    }
  >
>;

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, '../../fixtures', `${name}.json`), 'utf8')) as T;
}

export function rowsOf({ rows }: CurveFixture): readonly LifeTableRow[] {
  return rows.t.map((t, i) => ({
    t,
    entries: rows.entries[i]!,
    events: rows.events[i]!,
    competing: Object.fromEntries(Object.entries(rows.competing).map(([reason, n]) => [reason, n[i]!])),
    censored: rows.censored[i]!,
  }));
}

export function stateRowsOf({ rows }: OccupationFixture): readonly StateRow[] {
  const nothing = { entries: {}, transitions: [], censored: {} };
  return [
    ...rows.entries.map(({ t, state, n }) => ({ ...nothing, t, entries: { [state]: n } })),
    ...rows.transitions.map(({ t, ...transition }) => ({ ...nothing, t, transitions: [transition] })),
    ...rows.censored.map(({ t, state, n }) => ({ ...nothing, t, censored: { [state]: n } })),
  ];
}
