import { loadSql } from '@lueckenlos/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STEPS = ['create-replays-schema.sql', 'create-replay.sql', 'create-replay-open.sql'];

export class CreateReplays1790000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of STEPS) await runner.query(loadSql(__dirname, step));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(loadSql(__dirname, 'drop-replays.sql'));
  }
}
