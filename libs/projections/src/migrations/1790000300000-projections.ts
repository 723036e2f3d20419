import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Projections1790000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA projections');
    await runner.query(`CREATE TABLE projections.version (
      projection text NOT NULL,
      version integer NOT NULL,
      code integer NOT NULL,
      state text NOT NULL CHECK (state IN ('building', 'live', 'retired', 'failed')),
      position bigint NOT NULL DEFAULT 0,
      error text,
      PRIMARY KEY (projection, version)
    )`);
    await runner.query(
      `CREATE UNIQUE INDEX version_live ON projections.version (projection) WHERE state = 'live'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX version_building ON projections.version (projection) WHERE state = 'building'`,
    );
    await runner.query(`CREATE TABLE projections.parked_event (
      projection text NOT NULL,
      version integer NOT NULL,
      position bigint NOT NULL,
      stream text NOT NULL,
      behind boolean NOT NULL,
      error text NOT NULL,
      attempts integer NOT NULL,
      PRIMARY KEY (projection, version, position),
      FOREIGN KEY (projection, version) REFERENCES projections.version ON DELETE CASCADE
    )`);
    await runner.query(
      'CREATE INDEX parked_event_stream ON projections.parked_event (projection, version, stream)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projections CASCADE');
  }
}
