import {
  crossSection,
  type CaseHistory,
  type Cell,
  type Month,
  type Observation,
  type Scheduler,
} from '@lueckenlos/chain';
import type { FigureQuery } from '../query/figure-query';
import { passes } from './filters';
import type { GroupTable } from './group-table';

/** What is observed of n cases of a cell at a stage, and its deadline. */
export type Judged = [cell: Cell, observation: Observation, deadline: Month, n: number];

/** Judges cases by what their sources have delivered. */
export interface Judge {
  add(...judged: Judged): void;
}

/**
 * Adds a child to the group that it is in at the as-of month, or takes it away; with `unconfirmed` only what its sources
 * have confirmed.
 */
export function countChild(
  history: CaseHistory,
  n: 1 | -1,
  query: FigureQuery,
  scheduler: Scheduler,
  table: GroupTable,
  unconfirmed?: Judge,
): void {
  const section = crossSection(history, scheduler, query.asOf, query.dimension);
  if (!section || !passes(section.cell, query.filters)) return;
  table.addAll(section.cell, section.observations, n);
  if (!unconfirmed) return;
  const deadlines = deadlinesOf(history, scheduler);
  for (const observation of section.observations) {
    const deadline = deadlines.get(observation.stage);
    if (deadline !== undefined) unconfirmed.add(section.cell, observation, deadline, n);
  }
}

function deadlinesOf({ birth }: CaseHistory, scheduler: Scheduler): Map<string, Month> {
  const schedule = birth === null ? null : scheduler(birth);
  return new Map(schedule?.stages.map(({ id, deadline }) => [id, deadline]));
}
