import { checkEvent, type CheckedEvent } from '../wire/check-event';
import type { Context } from '../wire/rules/context-rule';
import type { ShapeCheck } from '../wire/shape/shape-check';
import type { Vocabulary } from '../wire/vocabulary';
import { candidate, type Candidate } from './candidate';
import type { RawRow, RowResult } from './row';

/** A row is a candidate, or rejected for what it says by itself. */
export type CheckedRow = { readonly row: Candidate } | { readonly rejected: RowResult };

const MAY_BE_STALE: ReadonlySet<string> = new Set(['recording.unknown-stage', 'recording.unknown-area']);

/** Checks each row by itself. Before a stage or an area is refused as unknown, the definitions are read again, once. */
export async function checkRows(
  rows: readonly RawRow[],
  shape: ShapeCheck,
  context: Context & { readonly vocabulary: Vocabulary },
): Promise<CheckedRow[]> {
  const check = (row: RawRow): CheckedEvent =>
    'value' in row ? checkEvent(row.value, shape, context) : { faults: row.faults, id: row.id ?? null };
  let checked = rows.map(check);
  if (checked.some(couldBeStale)) {
    await context.vocabulary.refresh();
    checked = checked.map((result, at) => (couldBeStale(result) ? recheck(rows[at], result) : result));
  }
  return checked.map((result, at) => checkedRow(rows[at]?.index ?? at, result));

  function recheck(row: RawRow | undefined, before: CheckedEvent): CheckedEvent {
    return row ? check(row) : before;
  }
}

function couldBeStale({ faults }: CheckedEvent): boolean {
  return faults?.some(({ code }) => MAY_BE_STALE.has(code)) ?? false;
}

function checkedRow(index: number, checked: CheckedEvent): CheckedRow {
  if (checked.event) return { row: candidate(index, checked.event) };
  return { rejected: { index, id: checked.id, outcome: 'rejected', faults: checked.faults } };
}
