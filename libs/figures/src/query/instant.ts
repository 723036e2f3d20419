const DAY = /^\d{4}-\d{2}-\d{2}/;
/** The part of a second that is finer than the milliseconds in which known instants are kept. */
const FINER = /\.\d{3}\d*[1-9]/;

/**
 * Reads an RFC 3339 instant; null for a day or a time that does not exist. A finer fraction is rounded up: what was
 * known in the millisecond before it was known before it.
 */
export function instantOf(text: string): Date | null {
  const instant = new Date(text);
  const [day = ''] = DAY.exec(text) ?? [];
  if (Number.isNaN(instant.getTime()) || !exists(day)) return null;
  return FINER.test(text) ? new Date(instant.getTime() + 1) : instant;
}

/** JavaScript takes 30 February for 2 March. */
function exists(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
