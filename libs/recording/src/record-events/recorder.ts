import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Identity } from '@lueckenlos/access';
import { RecordEventsCommand } from './record-events.command';
import type { CheckedRow } from './check-rows';
import type { RawRow, RecordOptions, RowResult } from './row';

/** The one way into the log for partner events: single posts, batches and imports all come through here. */
@Injectable()
export class Recorder {
  constructor(private readonly commands: CommandBus) {}

  /** Answers one result per row, in the order of the rows. */
  record(
    identity: Identity,
    rows: readonly (RawRow | CheckedRow)[],
    options: RecordOptions,
  ): Promise<RowResult[]> {
    return this.commands.execute(new RecordEventsCommand(identity, rows, options));
  }
}
