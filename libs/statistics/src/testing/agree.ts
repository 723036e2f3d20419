import type { Estimate } from '../estimate';
import type { Columns } from './fixtures';

/** The largest differences between estimates and R's. Where R has no number (at 0 and 1), ours must be null or 0. */
export function differences(ours: readonly Estimate[], reference: Columns) {
  const largest = { value: 0, stdErr: 0, band: 0 };
  const note = (kind: keyof typeof largest, a: number, b: number) =>
    (largest[kind] = Math.max(largest[kind], Math.abs(a - b)));
  ours.forEach(({ value, stdErr, lower, upper }, i) => {
    note('value', value, reference.value[i]!);
    note('stdErr', stdErr, reference.stdErr[i] ?? 0);
    if (lower === null || upper === null) return expect([0, 1]).toContain(value);
    note('band', lower, reference.lower[i] ?? NaN);
    note('band', upper, reference.upper[i] ?? NaN);
  });
  return largest;
}
