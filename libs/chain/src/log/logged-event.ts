/** What the fold needs of an event of the log, whether it comes out of the event store or out of an exported line. */
export interface LoggedEvent {
  readonly type: string;
  /** Who sent it; null for what the system itself recorded. */
  readonly source: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Below 2^53. */
  readonly position: bigint | number;
  readonly metadata: {
    /** RFC 3339 UTC. */
    readonly knownAt: string;
    /** The case of a partner’s record. */
    readonly subject?: unknown;
    /** The sender’s own id. */
    readonly senderId?: unknown;
  };
}

/** An event that can’t be one that the intake stored. Its text quotes nothing of the event. */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';
}

/** Milliseconds since 1970, UTC. */
export function knownInstantOf({ metadata }: Pick<LoggedEvent, 'metadata'>): number {
  const instant = Date.parse(metadata.knownAt);
  if (Number.isNaN(instant)) throw new UnreadableEventError('has no known instant');
  return instant;
}
