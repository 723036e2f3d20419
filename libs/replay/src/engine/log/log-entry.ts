import type { LoggedEvent } from '@lueckenlos/chain';
import { ReplayFault } from '../fault';

/** The source of what the system itself recorded: definitions and releases. */
export const OWN_SOURCE = '/lueckenlos';

/** A line of the log, as far as a replay needs it. */
export interface LogEntry extends LoggedEvent {
  /** Counted from 1. */
  readonly line: number;
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  /** RFC 3339 UTC. */
  readonly recordedAt: string;
}

/**
 * Reads a line of `GET /v1/log`.
 * @throws ReplayFault where it is none
 */
export function readLine(text: string, line: number): LogEntry {
  const { id, source, type, subject, data, position, stream, revision, recordedAt, knownAt } = parsed(
    text,
    line,
  );
  const entry = {
    line,
    type: type as string,
    source: source === OWN_SOURCE ? null : (source as string),
    data: data as LoggedEvent['data'],
    position: Number(position),
    stream: stream as string,
    revision: Number(revision),
    recordedAt: recordedAt as string,
    metadata: { knownAt: knownAt as string, subject, senderId: id },
  };
  const missing = missingMember(entry);
  if (missing !== null) throw new ReplayFault('replay.broken-line', { line, reason: missing });
  return entry;
}

function parsed(text: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // The message would quote the line.
  }
  throw new ReplayFault('replay.broken-line', { line, reason: 'JSON' });
}

function missingMember({ type, stream, data, position, revision }: LogEntry): string | null {
  if (typeof type !== 'string') return 'type';
  if (typeof stream !== 'string') return 'stream';
  if (typeof data !== 'object' || data === null) return 'data';
  if (!Number.isSafeInteger(position) || position < 0) return 'position';
  return Number.isSafeInteger(revision) && revision >= 0 ? null : 'revision';
}
