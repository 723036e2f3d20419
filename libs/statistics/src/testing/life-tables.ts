import fc from 'fast-check';
import type { LifeTableRow } from '../life-table/life-table-row';

/** One case under observation from month `entry` to month `exit`, and how that ended. */
export interface Spell {
  readonly entry: number;
  readonly exit: number;
  readonly end: 'event' | 'censored' | 'moved_out' | 'died';
}

/** Few months and few cases, so that many things fall into one month and risk sets run empty. */
export const spells: fc.Arbitrary<readonly Spell[]> = fc.array(
  fc
    .record({
      entry: fc.oneof(fc.constant(0), fc.nat(8)),
      length: fc.nat(8),
      end: fc.constantFrom(
        'event' as const,
        'event' as const,
        'censored' as const,
        'moved_out' as const,
        'died' as const,
      ),
    })
    .map(({ entry, length, end }) => ({ entry, exit: entry + length, end })),
  { minLength: 1, maxLength: 25 },
);

/** One row for each spell's beginning and one for its end: the estimators add them up. */
export function lifeTable(cases: readonly Spell[]): readonly LifeTableRow[] {
  return cases.flatMap(({ entry, exit, end }) => [
    { ...emptyMonth(entry), entries: 1 },
    {
      ...emptyMonth(exit),
      events: end === 'event' ? 1 : 0,
      competing: end === 'moved_out' || end === 'died' ? { [end]: 1 } : {},
      censored: end === 'censored' ? 1 : 0,
    },
  ]);
}

export const lifeTables = spells.map(lifeTable);

export function emptyMonth(t: number): LifeTableRow {
  return { t, entries: 0, events: 0, competing: {}, censored: 0 };
}

/** The same population k times over. */
export function copies(k: number, rows: readonly LifeTableRow[]): readonly LifeTableRow[] {
  return Array.from({ length: k }, () => rows).flat();
}
