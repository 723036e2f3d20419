import {
  confirmedObservations,
  crossSection,
  type CaseHistory,
  type Coverage,
  type Scheduler,
} from '@lueckenlos/chain';
import { passes } from '../cube/filters';
import type { GroupTable } from '../cube/group-table';
import type { FigureQuery } from '../query/figure-query';
import { FileDifference } from './changed-cells';

/** The children of a case file in one state of knowledge, and what their sources had delivered in it. */
export interface FileState {
  readonly children: readonly CaseHistory[];
  readonly coverage: Coverage;
}

/** What the states of case files are compared by. */
export class FileComparison {
  constructor(
    private readonly query: FigureQuery,
    private readonly scheduler: Scheduler,
    private readonly table: Pick<GroupTable, 'groupOf'>,
  ) {}

  difference(before: FileState, after: FileState): FileDifference {
    const difference = new FileDifference();
    this.count(before, -1, difference);
    this.count(after, 1, difference);
    return difference;
  }

  private count({ children, coverage }: FileState, n: 1 | -1, difference: FileDifference): void {
    const { query, scheduler, table } = this;
    for (const history of children) {
      const section = crossSection(history, scheduler, query.asOf, query.dimension);
      if (!section || !passes(section.cell, query.filters)) continue;
      const { cell, observations } = section;
      const group = table.groupOf(cell);
      const schedule = history.birth === null ? null : scheduler(history.birth);
      for (const { measure, stage, value } of confirmedObservations(
        observations,
        schedule,
        cell.area,
        coverage,
      )) {
        // The scope is one for all groups.
        if (measure === 'scope') difference.add({ group: {}, observation: { measure, stage, value } }, n);
        if (measure === 'status') difference.add({ group, observation: { measure, stage, value } }, n);
      }
    }
  }
}
