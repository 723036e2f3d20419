import { expiryOf } from './expiry';

describe('a retention', () => {
  it.each([
    ['P5Y', '2026-03-01T12:00:00.000Z', '2021-03-01T12:00:00.000Z'],
    ['P18M', '2026-03-01T12:00:00.000Z', '2024-09-01T12:00:00.000Z'],
    ['P90D', '2026-03-01T00:00:00.000Z', '2025-12-01T00:00:00.000Z'],
    ['P1Y1M1D', '2026-03-02T00:00:00.000Z', '2025-02-01T00:00:00.000Z'],
    ['P1M', '2026-03-31T00:00:00.000Z', '2026-03-03T00:00:00.000Z'],
  ])('of %s lets go at %s of what is older than %s', (period, now, expiry) => {
    expect(expiryOf(period, new Date(now)).toISOString()).toBe(expiry);
  });
});
