import { loadSql } from '@lueckenlos/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const steps = [
  'create-releases-schema.sql',
  'create-perturbation-table.sql',
  'create-release.sql',
  'create-published-cells.sql',
  'create-sealed-cells.sql',
];

export class CreateReleases1790000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(loadSql(__dirname, step));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA releases CASCADE');
  }
}
