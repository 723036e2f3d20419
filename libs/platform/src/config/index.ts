/** Configuration and CSV alone: a second door, because the first one loads Nest and a command line must start at once. */
export type { Config } from './config';
export { configTable, type ConfigRow } from './config-table';
export { ConfigurationError, loadConfig } from './load-config';
export { csvLine } from '../csv/csv';
export { VERSION } from '../version';
