import type { AppendedEvent, StreamAppend } from '../../port';

/** One caller's append while it waits and is on its way. */
export interface Call {
  readonly streams: readonly StreamAppend[];
  readonly recordedAt: Date;
  /** How many events it holds. */
  readonly size: number;
}

/** What became of a call: its answer, or why it was refused. */
export type Outcome = AppendedEvent[] | Error;

export function callOf(streams: readonly StreamAppend[], recordedAt: Date): Call {
  return { streams, recordedAt, size: streams.reduce((sum, { events }) => sum + events.length, 0) };
}
