import { checkEvent, type CheckedEvent } from '../wire/check-event';
import type { Context } from '../wire/rules/context-rule';
import type { ShapeCheck } from '../wire/shape/shape-check';
import type { Vocabulary } from '../wire/vocabulary';
import { candidate, type Candidate } from './candidate';
import { inSlices } from './in-slices';
import type { RawRow, RowResult } from './row';

/** A row is a candidate, or rejected for what it says by itself. */
export type CheckedRow = { readonly row: Candidate } | { readonly rejected: RowResult };

/** The rows that are right by themselves. */
export function candidatesIn(checked: readonly CheckedRow[]): Candidate[] {
  return checked.flatMap((entry) => ('row' in entry ? [entry.row] : []));
}

const MAY_BE_STALE: ReadonlySet<string> = new Set(['recording.unknown-stage', 'recording.unknown-area']);

/**
 * Checks each row by itself; one that was checked before stays as it is. Before a stage or an area is refused as
 * unknown, the definitions are read again, once.
 */
export async function checkRows(
  rows: readonly (RawRow | CheckedRow)[],
  shape: ShapeCheck,
  context: Context & { readonly vocabulary: Vocabulary },
): Promise<CheckedRow[]> {
  const check = (row: RawRow | CheckedRow): CheckedRow =>
    isChecked(row) ? row : checkedRow(row.index, checkRow(row, shape, context));
  const checked = await inSlices(rows, check);
  if (!checked.some(couldBeStale)) return checked;
  await context.vocabulary.refresh();
  return rows.map((row, at) => {
    const before = checked[at];
    return before && !couldBeStale(before) ? before : check(row);
  });
}

function isChecked(row: RawRow | CheckedRow): row is CheckedRow {
  return 'row' in row || 'rejected' in row;
}

function checkRow(row: RawRow, shape: ShapeCheck, context: Context): CheckedEvent {
  return 'value' in row ? checkEvent(row.value, shape, context) : { faults: row.faults, id: row.id ?? null };
}

function couldBeStale(checked: CheckedRow): boolean {
  const faults = 'rejected' in checked ? checked.rejected.faults : undefined;
  return faults?.some(({ code }) => MAY_BE_STALE.has(code)) ?? false;
}

function checkedRow(index: number, checked: CheckedEvent): CheckedRow {
  if (checked.event) return { row: candidate(index, checked.event) };
  return { rejected: { index, id: checked.id, outcome: 'rejected', faults: checked.faults } };
}
