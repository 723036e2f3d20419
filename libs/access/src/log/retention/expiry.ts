/**
 * The instant before which entries have expired: now less a period of years, months and days as `P5Y`, `P1Y6M` or `P90D`,
 * in UTC. A day that its month does not have runs over into the next one.
 */
export function expiryOf(period: string, now: Date): Date {
  const part = (letter: string): number => Number(new RegExp(`(\\d+)${letter}`).exec(period)?.[1] ?? 0);
  const expiry = new Date(now);
  expiry.setUTCFullYear(
    now.getUTCFullYear() - part('Y'),
    now.getUTCMonth() - part('M'),
    now.getUTCDate() - part('D'),
  );
  return expiry;
}
