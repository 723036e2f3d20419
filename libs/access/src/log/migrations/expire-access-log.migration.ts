import { loadSql } from '@lueckenlos/platform';
import { MigrationInterface, QueryRunner } from 'typeorm';

const steps = [
  'drop-append-only-trigger.sql',
  'create-no-rewriting-trigger.sql',
  'create-refuse-deletion.sql',
  'create-no-deletion-trigger.sql',
  'create-expire-access-log.sql',
  'create-access-log-at.sql',
];

export class ExpireAccessLog1790000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(loadSql(__dirname, step));
  }

  /** There is no way back: entries that have expired are gone. */
  down(): Promise<void> {
    return Promise.reject(new Error('The access log is append-only and stays.'));
  }
}
