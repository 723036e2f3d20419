import { crossSection, profileOf, type CaseHistory, type Month, type Scheduler } from '@lueckenlos/chain';
import type { FigureQuery } from '../query/figure-query';
import type { UnconfirmedCases } from '../source-coverage/unconfirmed-cases';
import { passes } from './filters';
import type { GroupTable } from './group-table';

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
  unconfirmed?: UnconfirmedCases,
): void {
  const section = crossSection(profileOf(history, scheduler), query.asOf, query.dimension);
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
