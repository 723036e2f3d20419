export { createTestDatabase, type TestDatabase } from './test-database';
export { until, type UntilOptions } from './until';
