import { databaseFault } from '@lueckenlos/platform';
import { StoreFailedError, StoreUnavailableError } from '../errors';

/** Rolled back for reasons that are gone at the next try: serialisation, deadlock. */
const TRY_AGAIN = new Set(['40001', '40P01']);

/** Whether the same statement may go through if it is sent again. Its first try stored nothing for certain. */
export function mayTryAgain(error: unknown): boolean {
  return TRY_AGAIN.has(sqlStateOf(error) ?? '');
}

/**
 * What the caller is told. An error without an SQLSTATE came from the way to the database. The text of the
 * database stays out: it may quote what was to be stored.
 */
export function translate(error: unknown): StoreFailedError | StoreUnavailableError {
  const state = sqlStateOf(error);
  return state === undefined || databaseFault(error)
    ? new StoreUnavailableError(error)
    : new StoreFailedError(state);
}

function sqlStateOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code) ? code : undefined;
}
