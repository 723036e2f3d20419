import { Command } from '@nestjs/cqrs';
import type { Identity } from '@lueckenlos/access';
import type { CheckedRow } from './check-rows';
import type { RawRow, RecordOptions, RowResult } from './row';

/** Records the rows of one delivery on behalf of an agency. */
export class RecordEventsCommand extends Command<RowResult[]> {
  constructor(
    readonly identity: Identity,
    readonly rows: readonly (RawRow | CheckedRow)[],
    readonly options: RecordOptions,
  ) {
    super();
  }
}
