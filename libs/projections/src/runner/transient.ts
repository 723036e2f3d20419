import { databaseFault, ProblemError } from '@lueckenlos/platform';

/** Whether the same page may well succeed later, unchanged: such an error never parks an event. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ProblemError) return error.status === 503;
  return databaseFault(error) !== undefined || wasRolledBack(error);
}

/** Class 40: a deadlock, or a serialisation that failed. */
function wasRolledBack(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^40\w{3}$/.test(String(error.code));
}
