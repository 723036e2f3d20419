import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LifeTableRow } from '../life-table/life-table-row';

/** Numbers of R side by side, one array for each column; null is R's NA or NaN. */
interface Columns {
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
  };
  /** Only where there are competing events. */
  readonly incidence?: {
    readonly t: readonly number[];
    readonly atRisk: readonly number[];
    readonly causes: Readonly<Record<string, Columns>>;
    readonly eventFree: Columns;
  };
}

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
