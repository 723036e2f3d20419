import type { Problem } from './problem';

/** The server answered, and the answer was no. */
export class RefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'RefusedError';
  }

  /** Whether the same request may well succeed a little later. */
  get isPassing(): boolean {
    return [429, 502, 503, 504].includes(this.problem.status);
  }
}
