import type { MigrationClass } from '@lueckenlos/platform';
import { receiptMigrations } from './eventstoredb/migrations';
import { eventStoreMigrations as logMigrations } from './postgresql/migrations';

/** What the log needs in PostgreSQL, on either engine, in order. */
export const eventStoreMigrations: MigrationClass[] = [...logMigrations, ...receiptMigrations];
