import type { StoredEvent } from '@lueckenlos/event-store';

/** A span of time from an instant (included) to another (excluded), milliseconds since 1970; open where one is absent. */
export interface Span {
  readonly from?: number;
  readonly before?: number;
}

/** Which events of the log are wanted: those that fit every member that is there. */
export interface LogFilter {
  readonly types?: ReadonlySet<string>;
  /** Sources of CloudEvents; null is the system itself. */
  readonly sources?: ReadonlySet<string | null>;
  readonly recorded?: Span;
  readonly known?: Span;
}

/** Whether an event is wanted. */
export function fits({ types, sources, recorded, known }: LogFilter, event: StoredEvent): boolean {
  return (
    (types?.has(event.type) ?? true) &&
    (sources?.has(event.source) ?? true) &&
    within(recorded, event.recordedAt) &&
    within(known, event.metadata.knownAt)
  );
}

function within(span: Span | undefined, text: string): boolean {
  if (!span) return true;
  const { from = -Infinity, before = Infinity } = span;
  const instant = Date.parse(text);
  return instant >= from && instant < before;
}

/** Whether nothing is filtered out. */
export function takesAll(filter: LogFilter): boolean {
  return Object.values(filter).every((part) => part === undefined);
}
