import { SCOPES, STATUSES, type Scope, type Status, stagesInOrder } from '@lueckenlos/chain';
import { protectedShare, type ProtectedShare } from '@lueckenlos/disclosure';
import { wilson, Z_95, type ShareEstimate } from '@lueckenlos/statistics';
import type { ReleasedHeading } from '../protected/released-tables';
import type { Figure } from '../cube/figure';
import type { Group, GroupCounts } from '../cube/group-table';
import { answerRow } from '../formats/answer-row';

/** One stage in one group. Zero counts are left out. */
export interface DropOffRow {
  readonly group: Group;
  readonly stage: string;
  readonly counts: Partial<Record<Status, number>>;
  /** Cases past their deadline that are not counted as lost, because their source has not delivered its month. */
  readonly unconfirmed: number;
  /** Share reached among closed windows, with its interval. */
  readonly reachedShare: ShareEstimate | ProtectedShare;
}

/** The same as it is answered; a count of unconfirmed cases only where there are any. */
export type DropOffAnswer = Omit<DropOffRow, 'group' | 'unconfirmed'> & { readonly unconfirmed?: number };

/** Rows by group and stage; a row with no case is absent. */
export function dropOffRows({
  groups,
  chain,
  release,
}: Pick<Figure, 'groups' | 'chain' | 'release'>): DropOffRow[] {
  const stages = stagesInOrder(chain.definition);
  const rows: DropOffRow[] = [];
  for (const counts of groups) {
    for (const { id } of stages) {
      const found = statusesAt(counts, id);
      if (found) rows.push(rowOf(counts, id, found, release));
    }
  }
  return rows;
}

/** The statuses with a case, in their order; null where there is none. */
function statusesAt(counts: GroupCounts, stage: string): DropOffRow['counts'] | null {
  const found: Partial<Record<Status, number>> = {};
  const countOf = counts.countsAt('status', stage);
  let isEmpty = true;
  for (const status of STATUSES) {
    const n = countOf(status);
    if (n === 0) continue;
    found[status] = n;
    isEmpty = false;
  }
  return isEmpty ? null : found;
}

/** The rows as they are answered in JSON. */
export function dropOffAnswers(
  figure: Pick<Figure, 'groups' | 'chain' | 'release'>,
): (Group & DropOffAnswer)[] {
  return dropOffRows(figure).map(({ group, stage, counts, unconfirmed, reachedShare }) =>
    answerRow<DropOffAnswer>(
      group,
      unconfirmed === 0 ? { stage, counts, reachedShare } : { stage, counts, unconfirmed, reachedShare },
    ),
  );
}

function rowOf(
  groupCounts: GroupCounts,
  stage: string,
  counts: DropOffRow['counts'],
  release: ReleasedHeading | null,
): DropOffRow {
  const unconfirmed = groupCounts.count('unconfirmed', stage, '');
  const reachedShare = shareOf(groupCounts.countsAt('window', stage), release);
  return { group: groupCounts.group, stage, counts, unconfirmed, reachedShare };
}

/** The share reached among closed windows. */
function shareOf(
  windows: (value: string) => number,
  release: ReleasedHeading | null,
): DropOffRow['reachedShare'] {
  const reached = windows('reached');
  if (!release) return wilson(reached, reached + windows('missed'));
  const { variance } = release.table.parameters;
  const how = { variance, floor: release.floor, z: Z_95, interval: wilson };
  return protectedShare(reached, windows('closed'), how);
}

/** The cases in scope by what became of them, and those counted apart. */
export function scopeCounts({ groups }: Pick<Figure, 'groups'>): Record<Scope, number> {
  const sum = (scope: Scope): number => groups.reduce((n, counts) => n + counts.count('scope', '', scope), 0);
  return Object.fromEntries(SCOPES.map((scope) => [scope, sum(scope)])) as Record<Scope, number>;
}
