/** SQLSTATE classes that say "not now" rather than "never": connection, rollback, resources, shutdown, system. */
const TRANSIENT_CLASSES = new Set(['08', '40', '53', '55', '57', '58']);
const TRANSIENT_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'event-store.unavailable',
]);

/** Whether the same page may well succeed later, unchanged: such an error never parks an event. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (TRANSIENT_CODES.has(code) || (code.length === 5 && TRANSIENT_CLASSES.has(code.slice(0, 2))))
    return true;
  // pg reports without a code that a connection ended under a statement, or before it.
  return /connection (terminated|ended)|not queryable|timeout exceeded when trying to connect/i.test(
    error.message,
  );
}
