import { compareCodePoints } from '../code-points';
import type { Fact } from '../records/effective-facts';
import type { Step, Steps } from '../steps';

/** A dimension by as-of month: the last known value (default) or the first known one. No step yet: unknown. */
export interface KnownValues<T> {
  readonly last: Steps<T>;
  readonly first: Steps<T>;
}

/**
 * The values of a dimension among effective facts: last known at a month is that of the greatest fact by
 * (month, known instant, sender's id, sender) that has one; first known is that of the least.
 */
export function knownValues<T>(ordered: readonly Fact[], read: (fact: Fact) => T | null): KnownValues<T> {
  const last: Step<T>[] = [];
  const first: Step<T>[] = [];
  for (const fact of ordered) {
    const value = read(fact);
    if (value === null) continue;
    if (first.length === 0) first.push({ from: fact.month, value });
    if (last.at(-1)?.from === fact.month) last.pop();
    if (last.at(-1)?.value !== value) last.push({ from: fact.month, value });
  }
  return { last, first };
}

/** By (month, known instant, sender's id in code-point order, sender). */
export function compareFacts(a: Fact, b: Fact): number {
  return (
    a.month - b.month ||
    a.knownAt - b.knownAt ||
    compareCodePoints(a.id, b.id) ||
    compareCodePoints(a.source, b.source)
  );
}
