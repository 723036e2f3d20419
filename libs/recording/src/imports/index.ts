// The door of this folder. `ImportsModule` needs DefinitionsModule and RecordEventsModule; its tables are made by
// `recordingMigrations`.
export { ImportsModule } from './imports.module';
export { recordingMigrations } from './migrations';
export { ImportIntake, type Delivery } from './spool/import-intake';
export { ImportJobs } from './job/import-jobs';
export type { ImportJob } from './job/import-job';
export { ImportWorker } from './run/import-worker';
export { CSV_COLUMNS, type CsvColumn } from './csv/csv-header';
