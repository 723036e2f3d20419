// The problems that any request can have are known wherever problems are made.
import './body-problems';
import './platform-problems';
import { problemDefinition } from './catalogue';
import type { Fault } from './problem-definition';

export interface ProblemOptions {
  /** Sent as `Retry-After` with 429 and 503. */
  readonly retryAfterSeconds?: number;
  /** Further response headers, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the document (RFC 9457, 3.2). Nothing that an error quotes. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Something the caller is told as a problem document: one fault, or all of them at once. */
export class ProblemError extends Error {
  readonly faults: readonly [Fault, ...Fault[]];
  readonly status: number;

  constructor(
    faults: Fault | readonly Fault[],
    readonly options: ProblemOptions = {},
  ) {
    const [first, ...others] = isList(faults) ? faults : [faults];
    if (!first) {
      throw new Error('A problem needs at least one fault.');
    }
    // Codes only: the parameters may hold what a client sent, and messages end up in logs.
    super([first, ...others.slice(0, 9)].map((fault) => fault.code).join(', '));
    this.name = 'ProblemError';
    this.faults = [first, ...others];
    this.status = problemDefinition(first.code).status;
  }
}

function isList(faults: Fault | readonly Fault[]): faults is readonly Fault[] {
  return Array.isArray(faults);
}
