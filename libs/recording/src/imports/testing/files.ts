import { reached, SENDER } from '../../testing/events';

/** Lines of NDJSON. */
export const ndjson = (...rows: readonly unknown[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Distinct events that every agency of the tests may send. */
export function events(
  count: number,
  prefix = 'e',
  source = `/agencies/${SENDER}`,
): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, at) =>
    reached('kita', '2015-08', { id: `${prefix}${at}`, subject: `${prefix}-c${at % 500}`, source }),
  );
}
