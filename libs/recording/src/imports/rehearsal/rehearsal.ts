import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AgencyPermissions } from '@lueckenlos/access';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { CLOCK, POOL, type Clock } from '@lueckenlos/platform';
import { RecordEventsCommand } from '../../record-events/record-events.command';
import { RecordEventsHandler } from '../../record-events/record-events.handler';
import type { CheckedRow } from '../../record-events/check-rows';
import type { RowResult } from '../../record-events/row';
import { VOCABULARY, type Vocabulary } from '../../wire/vocabulary';
import type { ImportJob } from '../job/import-job';
import { RehearsedLog, type Rehearsed } from './rehearsed-log';

export interface RehearsedChunk {
  readonly results: readonly RowResult[];
  readonly rehearsed: readonly Rehearsed[];
}

/** Records rows against a log that only seems to store them: the handler of real deliveries, and no other rules. */
@Injectable()
export class Rehearsal {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(VOCABULARY) private readonly vocabulary: Vocabulary,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly permissions: AgencyPermissions,
  ) {}

  async record(job: ImportJob, rows: readonly CheckedRow[]): Promise<RehearsedChunk> {
    const log = new RehearsedLog(this.store, this.pool, job.id, this.clock());
    const handler = new RecordEventsHandler(log, this.vocabulary, this.clock, this.permissions);
    const options = { mode: 'each', dryRun: false, correlationId: job.id } as const;
    const results = await handler.execute(new RecordEventsCommand(job.identity, rows, options));
    return { results, rehearsed: log.taken };
  }
}
