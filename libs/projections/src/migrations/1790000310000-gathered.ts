import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a version has read the log: beyond its position while it is being filled. */
export class Gathered1790000310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE projections.version
      ADD COLUMN gathered bigint NOT NULL DEFAULT 0,
      ADD COLUMN counting boolean NOT NULL DEFAULT false`);
    await runner.query('UPDATE projections.version SET gathered = position');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE projections.version DROP COLUMN gathered, DROP COLUMN counting');
  }
}
