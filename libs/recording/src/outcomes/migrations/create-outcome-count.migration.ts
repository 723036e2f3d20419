import { loadSql } from '@lueckenlos/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutcomeCount1730000210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(loadSql(__dirname, 'create-outcome-count.sql'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(loadSql(__dirname, 'drop-outcome-count.sql'));
  }
}
