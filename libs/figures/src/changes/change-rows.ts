import { SCOPES, stagesInOrder, STATUSES, type Scope, type Status } from '@lueckenlos/chain';
import { compareGroups, type Group } from '../cube/group-table';
import type { ChangedCell, ChangeKind } from './changed-cells';
import type { Changes } from './read-changes';

/** How a count changed: `before` + `entered` − `left` = `after`. */
export interface Change {
  readonly before: number;
  readonly after: number;
  readonly entered: number;
  readonly left: number;
  readonly through: Partial<Record<ChangeKind, number>>;
}

export interface StatusChange extends Change {
  readonly group: Group;
  readonly stage: string;
  readonly status: Status;
}

export interface ScopeChange extends Change {
  readonly scope: Scope;
}

/** The statuses that changed, by group, stage in the order of the chain, and status. */
export function statusChanges({ changed, before, chain, query }: Changes): StatusChange[] {
  const counts = new Map(before.map((one) => [JSON.stringify(one.group), one]));
  const stages = stagesInOrder(chain.definition).map(({ id }) => id);
  return changed
    .of('status')
    .map((cell): StatusChange => {
      const { group, observation } = cell;
      const { measure, stage, value } = observation;
      const n = counts.get(JSON.stringify(group))?.count(measure, stage, value) ?? 0;
      return { group, stage, status: value as Status, ...changeOf(cell, n) };
    })
    .sort(
      (a, b) =>
        compareGroups(a.group, b.group, query.by) ||
        stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
        STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status),
    );
}

/** Where the cases in scope, and those counted apart, changed; over all groups together. */
export function scopeChanges({ changed, before }: Changes): ScopeChange[] {
  return changed
    .of('scope')
    .map((cell): ScopeChange => {
      const scope = cell.observation.value as Scope;
      const n = before.reduce((sum, counts) => sum + counts.count('scope', '', scope), 0);
      return { scope, ...changeOf(cell, n) };
    })
    .sort((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope));
}

function changeOf({ entered, left, through }: ChangedCell, before: number): Change {
  const kinds = [...through].sort(([a], [b]) => (a < b ? -1 : 1));
  return { before, after: before + entered - left, entered, left, through: Object.fromEntries(kinds) };
}
