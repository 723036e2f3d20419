import { loadSql, type MigrationClass } from '@lueckenlos/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = [
  '01-schema.sql',
  '02-stream.sql',
  '03-stream-category.sql',
  '04-head.sql',
  '05-head-start.sql',
  '06-event.sql',
  '07-event-source.sql',
  '08-refuse-change.sql',
  '09-event-is-immutable.sql',
  '10-head-stays.sql',
  '11-append.sql',
];

/** The log, its counter, its triggers and the function that appends. */
class CreateEventStore1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const file of SCHEMA) {
      await runner.query(loadSql(__dirname, file));
    }
  }

  /** A log is not thrown away by a command that goes back a version. */
  down(): Promise<void> {
    return Promise.reject(new Error('The event store is never dropped by a migration.'));
  }
}

/** What the PostgreSQL adapter needs in the database, in order. */
export const eventStoreMigrations: MigrationClass[] = [CreateEventStore1767225600000];
