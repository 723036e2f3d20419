import {
  dependsOnSource,
  unconfirmedStatus,
  type Cell,
  type Coverage,
  type Month,
  type Observation,
} from '@lueckenlos/chain';
import type { Judge } from '../cube/count-child';
import type { GroupTable } from '../cube/group-table';

/** Takes out of a table what nobody can say while sources have not delivered the months of the deadlines. */
export class UnconfirmedCases implements Judge {
  constructor(
    private readonly coverage: Coverage,
    private readonly table: GroupTable,
  ) {}

  /** Judges n cases of a cell that the table counts with a value. */
  add(cell: Cell, observation: Observation, deadline: Month, n: number): void {
    const { measure, stage, value } = observation;
    if (!dependsOnSource(measure, value)) return;
    if (deadline <= this.coverage.completedThrough(stage, cell.area)) return;
    this.table.add(cell, observation, -n);
    const status = unconfirmedStatus(observation);
    if (status === null) return;
    this.table.add(cell, { measure: 'status', stage, value: status }, n);
    this.table.add(cell, { measure: 'unconfirmed', stage, value: '' }, n);
  }
}
