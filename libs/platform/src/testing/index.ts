export { fillUp } from './full-disk';
export { temporaryFolder } from './temporary-folder';
export { runProcess, type TestProcess } from './child-process';
export { createTestDatabase, type TestDatabase } from './test-database';
export { until, type UntilOptions } from './until';
