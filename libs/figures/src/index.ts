export { FiguresModule } from './figures.module';
export { readFigure, type Figure } from './cube/figure';
export type { Group, GroupCounts } from './cube/group-table';
export { dropOffRows, scopeCounts, type DropOffRow } from './drop-offs/drop-offs';
export { STATUS_LABELS } from './drop-offs/status-labels';
export { flowRows, type FlowRow } from './flows/flows';
export { BREAKDOWNS, type Breakdown, type FigureQuery, type Filters } from './query/figure-query';
