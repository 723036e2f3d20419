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

const REVISIONS_FROM_EVENTS = ['12-append.sql', '13-drop-stream.sql'];

/** The log, its counter, its triggers and the function that appends. */
class CreateEventStore1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, SCHEMA);
  }

  /** A log is not thrown away by a command that goes back a version. */
  down(): Promise<void> {
    return Promise.reject(new Error('The event store is never dropped by a migration.'));
  }
}

/** Appends read where streams stand from the index of the events; the table of streams goes. */
class ReadRevisionsFromEvents1790000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, REVISIONS_FROM_EVENTS);
  }

  /** The older program would find a table of streams that is empty. */
  down(): Promise<void> {
    return Promise.reject(new Error('There is no way back: restore the backup.'));
  }
}

async function run(runner: QueryRunner, files: readonly string[]): Promise<void> {
  for (const file of files) {
    await runner.query(loadSql(__dirname, file));
  }
}

/** What the PostgreSQL adapter needs in the database, in order. */
export const eventStoreMigrations: MigrationClass[] = [
  CreateEventStore1767225600000,
  ReadRevisionsFromEvents1790000700000,
];
