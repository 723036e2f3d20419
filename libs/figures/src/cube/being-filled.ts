import { ProblemError } from '@lueckenlos/platform';

/** The answer as long as the read models have none: they hold nothing of what the log holds. */
export function beingFilled(): ProblemError {
  return new ProblemError({ code: 'figures.being-filled' }, { retryAfterSeconds: 5 });
}
