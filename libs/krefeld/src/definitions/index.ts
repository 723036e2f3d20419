export * from './chains/life-chain';
export * from './chains/check-up-chain';
export * from './areas/krefeld-areas';
export { STADTTEILE, type Stadtteil } from './areas/stadtteile';
