import { ProblemError } from '@lueckenlos/platform';
import type { AppendedEvent, ExpectedRevision } from './port';
import './problems';

/** A stream that is not where the caller expects it; `actual` is null for a stream without events. */
export interface RevisionConflict {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: bigint | null;
}

/** Optimistic concurrency: other events came first. Names every such stream; nothing was stored. */
export class WrongExpectedRevisionError extends ProblemError {
  override readonly name = 'WrongExpectedRevisionError';

  constructor(readonly conflicts: readonly RevisionConflict[]) {
    super({ code: 'event-store.wrong-expected-revision', params: { count: conflicts.length } });
  }
}

/** Ids that are stored already while others of the append are not, or that stand elsewhere. Nothing was stored. */
export class IdConflictError extends ProblemError {
  override readonly name = 'IdConflictError';

  constructor(readonly ids: readonly string[]) {
    super({ code: 'event-store.id-conflict', params: { count: ids.length } });
  }
}

/** Too many appends wait. Nothing of this one was stored; it may be repeated. */
export class StoreBusyError extends ProblemError {
  override readonly name = 'StoreBusyError';

  constructor() {
    super({ code: 'event-store.busy' }, { retryAfterSeconds: 1 });
  }
}

/**
 * The database cannot be reached or the connection broke. Whether an append was stored is unknown; repeating
 * the same append settles it, because a repeat answers with the places of the first.
 */
export class StoreUnavailableError extends ProblemError {
  override readonly name = 'StoreUnavailableError';

  constructor(
    override readonly cause?: unknown,
    /** What of the append is stored for certain, where the engine stores stream by stream. */
    readonly stored: readonly AppendedEvent[] = [],
  ) {
    super({ code: 'event-store.unavailable' }, { retryAfterSeconds: 5 });
  }
}

/** The database refused. Carries no text of the database, because that may quote what was to be stored. */
export class StoreFailedError extends ProblemError {
  override readonly name = 'StoreFailedError';

  constructor(readonly sqlState: string) {
    super({ code: 'event-store.failed', params: { sqlState } });
  }
}

/** The store was closed by its owner. */
export class StoreClosedError extends StoreUnavailableError {}

/** An event that no engine could give back unaltered. Nothing was stored. */
export class UnstorableEventError extends ProblemError {
  override readonly name = 'UnstorableEventError';

  constructor(kind: 'unstorable-text' | 'not-plain-json' | 'too-large', params?: Record<string, number>) {
    super({ code: `event-store.${kind}`, params });
  }
}

/** A mistake of the programmer who calls `append`; the rule says which. */
export class MalformedAppendError extends ProblemError {
  override readonly name = 'MalformedAppendError';

  constructor(readonly rule: string) {
    super({ code: 'event-store.malformed-append', params: { rule } });
    this.message += `: ${rule}`;
  }
}
