export { CountsError, type CountsFault } from './counts-error';
export type { Estimate } from './estimate';
export { wilson, type ShareEstimate } from './intervals/wilson';
export { Z_95 } from './intervals/z';
export type { LifeTableRow, RiskRow } from './life-table/life-table-row';
export { riskTable } from './life-table/risk-table';
export { kaplanMeier, type SurvivalPoint } from './kaplan-meier/kaplan-meier';
export { aalenJohansen, type IncidencePoint } from './aalen-johansen/aalen-johansen';
