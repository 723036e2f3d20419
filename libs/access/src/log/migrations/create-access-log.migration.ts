import { loadSql } from '@lueckenlos/platform';
import { MigrationInterface, QueryRunner } from 'typeorm';

const steps = [
  'create-access-schema.sql',
  'create-access-log.sql',
  'create-refuse-change.sql',
  'create-append-only-trigger.sql',
];

export class CreateAccessLog1730000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(loadSql(__dirname, step));
  }

  /** There is no way back: an access log that can be dropped is none. */
  down(): Promise<void> {
    return Promise.reject(new Error('The access log is append-only and stays.'));
  }
}
