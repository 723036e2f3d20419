import { Inject, Injectable } from '@nestjs/common';
import { AgencyPermissions, type Identity } from '@lueckenlos/access';
import { CLOCK, type Clock } from '@lueckenlos/platform';
import { compiledCheck } from '../wire/shape/compiled-check';
import { VOCABULARY, type Vocabulary } from '../wire/vocabulary';
import { checkRows, type CheckedRow } from './check-rows';
import { contextOf } from './context-of';
import type { RawRow } from './row';

/** Checks rows ahead of their recording, so that this need not wait for the log, nor the log for this. */
@Injectable()
export class RowChecker {
  constructor(
    @Inject(VOCABULARY) private readonly vocabulary: Vocabulary,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly permissions: AgencyPermissions,
  ) {}

  check(identity: Identity, rows: readonly RawRow[]): Promise<CheckedRow[]> {
    const context = contextOf(identity, this.permissions, this.vocabulary, this.clock());
    return checkRows(rows, compiledCheck, context);
  }
}
