import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgencyPermissions } from '@lueckenlos/access';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { CLOCK, type Clock } from '@lueckenlos/platform';
import { VOCABULARY, type Vocabulary } from '../wire/vocabulary';
import { compiledCheck } from '../wire/shape/compiled-check';
import { checkRows } from './check-rows';
import { contextOf } from './context-of';
import { RecordEventsCommand } from './record-events.command';
import type { RowResult } from './row';
import { storeRows } from './store-rows';

/** Takes a delivery from raw rows to receipts: each row by itself, then against the log, then one append. */
@CommandHandler(RecordEventsCommand)
export class RecordEventsHandler implements ICommandHandler<RecordEventsCommand, RowResult[]> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(VOCABULARY) private readonly vocabulary: Vocabulary,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly permissions: AgencyPermissions,
  ) {}

  async execute({ identity, rows, options }: RecordEventsCommand): Promise<RowResult[]> {
    const now = this.clock();
    const context = contextOf(identity, this.permissions, this.vocabulary, now);
    const checked = await checkRows(rows, options.shape ?? compiledCheck, context);
    const delivery = { agency: context.agency, now, correlationId: options.correlationId };
    return storeRows(this.store, checked, this.vocabulary, delivery, options);
  }
}
