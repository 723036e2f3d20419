import { ReplayFault } from '@lueckenlos/replay/engine';

/** A line of `GET /v1/log`, as far as an export needs to know it. */
export interface LoggedLine {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** The case; absent where an event is about none. */
  readonly subject?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** A decimal number, as {@link revision}. */
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  /** RFC 3339 UTC, as {@link knownAt}. */
  readonly recordedAt: string;
  readonly knownAt: string;
}

/** `stage-reached` of `lueckenlos.stage-reached.v1`. */
export function kindOf({ type }: Pick<LoggedLine, 'type'>): string {
  return /^lueckenlos\.(.+)\.v\d+$/.exec(type)?.[1] ?? type;
}

/** The agency of a source; null for what the system itself recorded. */
export function agencyOf({ source }: Pick<LoggedLine, 'source'>): string | null {
  return /^\/agencies\/(.+)$/.exec(source)?.[1] ?? null;
}

/**
 * Reads a line.
 * @param at its number, counted from 1
 * @throws ReplayFault where it is no JSON
 */
export function loggedLine(text: string, at: number): LoggedLine {
  try {
    return JSON.parse(text) as LoggedLine;
  } catch {
    // The message would quote the line.
    throw new ReplayFault('replay.broken-line', { line: at, reason: 'JSON' });
  }
}
