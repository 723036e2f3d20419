import { crossSection, profileOf, type CaseHistory, type Scheduler } from '@lueckenlos/chain';
import type { FigureQuery } from '../query/figure-query';
import { passes } from './filters';
import type { GroupTable } from './group-table';

/** Adds a child to the group that it is in at the as-of month, or takes it away. */
export function countChild(
  history: CaseHistory,
  n: 1 | -1,
  query: FigureQuery,
  scheduler: Scheduler,
  table: GroupTable,
): void {
  const section = crossSection(profileOf(history, scheduler), query.asOf, query.dimension);
  if (!section || !passes(section.cell, query.filters)) return;
  for (const observation of section.observations) table.add(section.cell, observation, n);
}
