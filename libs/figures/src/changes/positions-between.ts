import { ProblemError } from '@lueckenlos/platform';

/** Two states of the log: up to the first position, and up to the second. */
export type Between = readonly [from: bigint, to: bigint];

/** @throws ProblemError (400) unless the positions ascend */
export function positionsBetween(text: string): Between {
  const [from = 0n, to = 0n] = text.split(',').map(BigInt);
  if (from >= to) {
    const params = { from: from.toString(), to: to.toString() };
    throw new ProblemError({ code: 'figures.positions-not-ascending', pointer: '/between', params });
  }
  return [from, to];
}

/** @throws ProblemError (422) where the read models do not go so far */
export function checkReached([, to]: Between, position: bigint): void {
  if (to <= position) return;
  const params = { position: position.toString(), wanted: to.toString() };
  throw new ProblemError({ code: 'figures.position-ahead', pointer: '/between', params });
}
