import { loadSql } from '@lueckenlos/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const steps = [
  'create-recording-schema.sql',
  'create-import-job.sql',
  'create-import-job-of-agency.sql',
  'create-import-job-open.sql',
  'create-import-chunk.sql',
  'store-import-chunk-plain.sql',
  'create-import-rejection.sql',
  'create-import-rehearsed.sql',
  'create-import-rehearsed-stream.sql',
];

export class CreateImports1730000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(loadSql(__dirname, step));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(loadSql(__dirname, 'drop-imports.sql'));
  }
}
