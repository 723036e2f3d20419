export { CountsError, type CountsFault } from './counts-error';
export type { Estimate } from './estimate';
export { wilson, type ShareEstimate } from './intervals/wilson';
export { Z_95, Z_998 } from './intervals/z';
export type { LifeTableRow, RiskRow } from './life-table/life-table-row';
export { riskTable } from './life-table/risk-table';
export { kaplanMeier, type SurvivalPoint } from './kaplan-meier/kaplan-meier';
export { aalenJohansen, type IncidencePoint } from './aalen-johansen/aalen-johansen';
export { restrictedMeans, type MeanTime, type RestrictedMeans } from './aalen-johansen/restricted-mean';
export { competingAsCensored } from './life-table/competing-as-censored';
export { complementOf } from './estimate';
export { quartiles, type Quartile } from './summaries/quartiles';
export { stateOccupation, type OccupationPoint } from './state-occupation/state-occupation';
export type { StateRow } from './state-occupation/state-row';
export { newcombe, type DifferenceEstimate } from './intervals/newcombe';
export {
  funnelLimits,
  normalFunnelLimits,
  placeInFunnel,
  type ExpectedShare,
  type FunnelLimits,
  type FunnelPlace,
} from './funnel/funnel-limits';
export { overDispersion, zScore, type OverDispersion } from './funnel/over-dispersion';
export { directlyStandardised, type StandardisedShare, type StandardStratum } from './standardisation/direct';
export { indirectlyStandardised, type IndirectlyStandardised } from './standardisation/indirect';
export { reportingDelay, type DelayCount, type DelayPoint } from './reporting-delay/reporting-delay';
