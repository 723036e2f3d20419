import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { agencyOf, type Identity } from '@lueckenlos/access';
import { CLOCK, CONFIG, loadSql, POOL, ProblemError, type Clock, type Config } from '@lueckenlos/platform';
import type { RecordMode } from '../../record-events/row';
import { csvHeader } from '../csv/csv-header';
import { importJobOf, type ImportJob, type ImportJobRow, type ImportMedia } from '../job/import-job';
import { firstRecord } from '../lines/first-record';
import { receiveBody } from './decompressed';
import { writeSpool, type Spooled } from './spool-writer';

const sql = (name: string): string => loadSql(`${__dirname}/sql`, name);
const OPEN = sql('open-spool.sql');
const CLOSE = sql('close-spool.sql');
const DISCARD = sql('discard-spool.sql');
const SWEEP = sql('sweep-spool.sql');
/** No sender pauses this long between two pieces: the server would have closed its connection. */
const SILENCE_MS = 3_600_000;

/** A file that an agency sends. */
export interface Delivery {
  readonly body: Readable;
  readonly gzip: boolean;
  readonly media: ImportMedia;
  readonly mode: RecordMode;
  readonly dryRun: boolean;
}

/** Takes files in: durable and complete before they are acknowledged, or without a trace. */
@Injectable()
export class ImportIntake {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'lineLimit'>,
  ) {}

  async receive(identity: Identity, delivery: Delivery): Promise<ImportJob> {
    const job = randomUUID();
    await this.open(job, identity, delivery);
    try {
      return await this.close(job, await this.spool(job, delivery));
    } catch (error) {
      await this.pool.query(DISCARD, [job]);
      throw error;
    }
  }

  /** Removes what a process that ended in the middle of a file has left behind. */
  async sweep(): Promise<void> {
    await this.pool.query(SWEEP, [new Date(this.clock().getTime() - SILENCE_MS)]);
  }

  private async open(job: string, identity: Identity, { media, mode, dryRun }: Delivery): Promise<void> {
    const { clientId, role, scopes } = identity;
    const pass = dryRun || mode === 'all' ? 'rehearse' : 'store';
    const who = [agencyOf(identity), clientId, role, [...scopes]];
    await this.pool.query(OPEN, [job, ...who, media, mode, dryRun, this.clock(), pass]);
  }

  private async spool(job: string, { body, gzip, media }: Delivery): Promise<Spooled> {
    const { pool, clock } = this;
    const inspect = (start: Buffer): void => this.inspect(media, start);
    let spooled: Spooled = { digest: '', pieces: 0 };
    await receiveBody(body, gzip, async (source) => {
      spooled = await writeSpool(source, { pool, clock, job, inspect });
    });
    return spooled;
  }

  private inspect(media: ImportMedia, beginning: Buffer): void {
    if (media === 'csv') csvHeader(firstRecord(beginning, this.config.lineLimit)?.bytes ?? null);
  }

  private async close(job: string, { digest, pieces }: Spooled): Promise<ImportJob> {
    const { rows } = await this.pool.query<ImportJobRow>(CLOSE, [job, digest, this.clock(), pieces]);
    if (!rows[0]) throw new ProblemError({ code: 'platform.unavailable' }, { retryAfterSeconds: 5 });
    return importJobOf(rows[0]);
  }
}
