import { loadSql } from '@lueckenlos/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetStagesApart1790000510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(loadSql(__dirname, 'set-stages-apart-published.sql'));
    await runner.query(loadSql(__dirname, 'set-stages-apart-sealed.sql'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE releases.published_cells DROP COLUMN stage');
    await runner.query('ALTER TABLE releases.sealed_cells DROP COLUMN stage');
  }
}
