export { eventStoreConformance, type ConformanceOptions } from './conformance';
export type { EngineUnderTest, MakeEngine } from './engine-under-test';
export { anAppend, anEvent } from './builders';
