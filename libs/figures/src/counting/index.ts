/**
 * How figures are counted from children: a second door, because the first one loads Nest and the database, and an auditor's replay
 * needs neither.
 */
export { AreaMap, type AreaEdition } from '../areas/area-map';
export { countChild } from '../cube/count-child';
export { unknownArea, withDescendants } from '../cube/filters';
export { GroupTable, type FigureMeasure, type Group, type GroupCounts } from '../cube/group-table';
export { SeriesIndex } from '../cube/series-index';
export type { ChainInForce } from '../cube/read-model';
export { BirthTables } from '../curves/birth-tables';
export { riskTables, strataAnswers, strataOf, type StratumAnswer } from '../curves/count-curves';
export {
  COMPETING,
  ESTIMATORS,
  wholeRequest,
  type Competing,
  type CurveRequest,
  type Estimator,
} from '../curves/curve-question';
export { FLOOR } from '../curves/curves';
export { dropOffAnswers, scopeCounts, type DropOffAnswer } from '../drop-offs/drop-offs';
export { flowAnswers, type FlowRow } from '../flows/flows';
export { boundariesOf, BOUNDARIES } from '../query/boundaries';
export { BREAKDOWNS, type Breakdown, type FigureQuery, type Filters } from '../query/figure-query';
export { GroupCoverage } from '../source-coverage/group-coverage';
export { UnconfirmedCases } from '../source-coverage/unconfirmed-cases';
