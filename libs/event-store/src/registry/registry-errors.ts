import type { Position } from '../port';

/** The log holds a type or a version that this release does not know: most likely the release is too old. */
export class UnknownEventError extends Error {
  readonly code = 'event-store.unknown-event';

  constructor(
    readonly type: string,
    readonly schemaVersion?: number,
  ) {
    super(
      `event-store.unknown-event: ${type}${schemaVersion === undefined ? '' : `, version ${schemaVersion}`}`,
    );
    this.name = 'UnknownEventError';
  }
}

/** An event whose data does not have the shape of its version. Names the place, never the data. */
export class UnreadableEventError extends Error {
  readonly code = 'event-store.unreadable-event';

  constructor(
    readonly type: string,
    readonly schemaVersion: number,
    readonly position: Position,
  ) {
    super(`event-store.unreadable-event: ${type}, version ${schemaVersion}, at position ${position}`);
    this.name = 'UnreadableEventError';
  }
}
