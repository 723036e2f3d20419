import type { EventStore } from '../port';

/** An engine with an empty log, and what the kit may do to it. Hooks that an engine lacks skip their checks. */
export interface EngineUnderTest {
  /** A store on the log, as another process would open it. The kit closes it. */
  open(): EventStore;
  /** Removes the log. All stores are closed by then. */
  drop(): Promise<void>;
  /** Changes the stored events past the port. Each has to be refused. */
  readonly tamper?: Readonly<Record<'update' | 'delete' | 'truncate', () => Promise<unknown>>>;
  /** Stops whoever appends to the stream in the middle of it, until the function it answers is called. */
  readonly hold?: (stream: string) => Promise<() => Promise<void>>;
  /** Breaks off at once whatever the stores are doing, as a crash would. */
  readonly interrupt?: () => Promise<unknown>;
}

export type MakeEngine = () => Promise<EngineUnderTest>;
