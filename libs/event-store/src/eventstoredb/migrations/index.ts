import { loadSql, type MigrationClass } from '@lueckenlos/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = [
  '01-receipt.sql',
  '02-receipt-position.sql',
  '03-receipt-source.sql',
  '04-receipt-category.sql',
  '05-receipt-is-immutable.sql',
  '06-reservation.sql',
  '07-reserve.sql',
];

/** The receipts of a log that stands on EventStoreDB. They stay empty where it stands in PostgreSQL. */
class CreateReceipts1790000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const file of SCHEMA) {
      await runner.query(loadSql(__dirname, file));
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Receipts are never dropped by a migration.'));
  }
}

/** What the EventStoreDB adapter needs in the database, after the migrations of the log itself. */
export const receiptMigrations: MigrationClass[] = [CreateReceipts1790000500000];
