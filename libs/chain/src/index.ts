export * from './month';
export * from './definition/chain-definition';
export * from './definition/area-hierarchy';
export * from './records/case-record';
