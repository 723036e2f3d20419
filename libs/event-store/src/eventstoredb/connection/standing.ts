import { reasonOf, type ErrorKind } from '../client/error-kind';

/** How the way to the log stands: `misconfigured` until somebody changes something, `away` for reasons that pass. */
export type StandingState = 'up' | 'away' | 'misconfigured';

export interface Standing {
  readonly state: StandingState;
  /** For an operator; nothing secret in it. */
  readonly reason: string;
}

export const UP: Standing = { state: 'up', reason: 'it answers' };

export function standingAfter(error: unknown, kind: ErrorKind): Standing {
  return { state: kind === 'misconfigured' ? 'misconfigured' : 'away', reason: reasonOf(error) };
}
