import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { accessMigrations, AgencyPermissions, agencyOf, type Identity } from '@lueckenlos/access';
import { eventStoreMigrations, PostgresEventStore, type EventStore } from '@lueckenlos/event-store';
import { HealthRegistry } from '@lueckenlos/platform';
import { createTestDatabase, type TestDatabase } from '@lueckenlos/platform/testing';
import { pino } from 'pino';
import type { CheckedRow } from '../../record-events/check-rows';
import type { RowResult } from '../../record-events/row';
import { RowChecker } from '../../record-events/row-checker';
import { DeliverySeries } from '../../record-events/series/delivery-series';
import { SENDER } from '../../testing/events';
import { identityOfAgency } from '../../testing/recording';
import { FixedVocabulary } from '../../testing/vocabulary';
import { ImportJobs } from '../job/import-jobs';
import { importView, type ImportView } from '../job/import-view';
import { recordingMigrations } from '../migrations';
import { Rehearsal } from '../rehearsal/rehearsal';
import { ImportRunner } from '../run/import-runner';
import { ImportWorker } from '../run/import-worker';
import { ImportIntake, type Delivery } from '../spool/import-intake';

const NOW = new Date('2026-03-15T12:00:00.000Z');
const everything = { title: { de: 'x', en: 'x' }, stages: ['*'], types: ['*'] };

type Record = (rows: readonly CheckedRow[]) => Promise<RowResult[]>;
/** Stands around the storing of a chunk: to fail before or after it, or to do something in between. */
export type Around = (record: Record) => Record;

/** Imports without HTTP, on a real log and database, with workers that come and go as a test wants. */
export class ImportBench {
  readonly jobs: ImportJobs;
  readonly intake: ImportIntake;
  private readonly vocabulary = new FixedVocabulary();
  private readonly permissions = new AgencyPermissions({
    agencies: [SENDER, 'job-centre'].map((id) => ({ id, ...everything })),
  });

  private constructor(
    readonly database: TestDatabase,
    readonly store: EventStore,
  ) {
    this.jobs = new ImportJobs(database.pool, this.clock);
    this.intake = new ImportIntake(database.pool, this.clock, { lineLimit: 64 * 1024 });
  }

  static async open(): Promise<ImportBench> {
    const database = await createTestDatabase([
      ...eventStoreMigrations,
      ...accessMigrations,
      ...recordingMigrations,
    ]);
    return new ImportBench(database, new PostgresEventStore(database.pool));
  }

  readonly clock = (): Date => NOW;

  identity(agency = SENDER): Identity {
    return identityOfAgency(agency, 'events:backfill');
  }

  /** Sends a file; answers with the id of the job, which nobody works yet. */
  async deliver(body: string | Buffer | Readable, delivery: Partial<Delivery> = {}): Promise<string> {
    const stream =
      body instanceof Readable ? body : Readable.from([delivery.gzip ? gzipSync(body) : Buffer.from(body)]);
    const whole: Delivery = {
      gzip: false,
      media: 'ndjson',
      mode: 'each',
      dryRun: false,
      ...delivery,
      body: stream,
    };
    return (await this.intake.receive(this.identity(), whole)).id;
  }

  /** A process that works jobs. */
  worker(around: Around = (record) => record): ImportWorker {
    const { pool } = this.database;
    const series = (identity: Identity, correlationId: string): Pick<DeliverySeries, 'prepare'> => {
      const sender = { agency: agencyOf(identity), correlationId };
      const deliveries = new DeliverySeries(this.store, this.vocabulary, this.clock, sender);
      return {
        prepare: async (rows) => {
          const store = await deliveries.prepare(rows);
          return () => around(store)(rows);
        },
      };
    };
    const rehearsal = new Rehearsal(this.store, pool, this.vocabulary, this.clock, this.permissions);
    const checker = new RowChecker(this.vocabulary, this.clock, this.permissions);
    const limits = { lineLimit: 64 * 1024 };
    const runner = new ImportRunner({ series }, checker, rehearsal, this.store, pool, limits);
    const logger = pino({ level: 'silent' });
    return new ImportWorker(runner, this.intake, pool, this.clock, logger, new HealthRegistry());
  }

  async view(id: string): Promise<ImportView> {
    return importView(await this.jobs.find(id, SENDER));
  }

  /** Line and codes of every rejection. */
  async report(id: string): Promise<string[]> {
    const lines: string[] = [];
    for await (const page of this.jobs.rejections(await this.jobs.find(id, SENDER))) {
      lines.push(...page.map(({ line, faults }) => `${line} ${faults.map(({ code }) => code).join()}`));
    }
    return lines;
  }

  /** What of an agency's deliveries was counted as no record, as `kind code n`. */
  async outcomes(): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ told: string }>(
      `SELECT concat_ws(' ', to_char(make_date(month / 12, month % 12 + 1, 1), 'YYYY-MM'), kind, nullif(code, ''), n) AS told
       FROM recording.outcome_count WHERE agency = $1 ORDER BY 1`,
      [SENDER],
    );
    return rows.map(({ told }) => told);
  }

  async count(table: string): Promise<number> {
    const { rows } = await this.database.pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
    return Number(rows[0]?.n);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.database.drop();
  }
}
