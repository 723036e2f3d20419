import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { agencyOf, type Identity } from '@lueckenlos/access';
import { EVENT_STORE, type EventStore } from '@lueckenlos/event-store';
import { CLOCK, type Clock } from '@lueckenlos/platform';
import { VOCABULARY, type Vocabulary } from '../wire/vocabulary';
import { RecordEventsCommand } from './record-events.command';
import type { RawRow, RecordOptions, RowResult } from './row';
import { DeliverySeries } from './series/delivery-series';

/** The one way into the log for partner events: single posts, batches and imports all come through here. */
@Injectable()
export class Recorder {
  constructor(
    private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(VOCABULARY) private readonly vocabulary: Vocabulary,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers one result per row, in the order of the rows. */
  record(identity: Identity, rows: readonly RawRow[], options: RecordOptions): Promise<RowResult[]> {
    return this.commands.execute(new RecordEventsCommand(identity, rows, options));
  }

  /** For many deliveries of one sender that come one after another, each row standing for itself. */
  series(identity: Identity, correlationId: string): Pick<DeliverySeries, 'prepare'> {
    return new DeliverySeries(this.store, this.vocabulary, this.clock, {
      agency: agencyOf(identity),
      correlationId,
    });
  }
}
