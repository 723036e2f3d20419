import type { Known } from '@lueckenlos/chain';
import type { FigureQuery } from '../query/figure-query';

/** The earlier state of knowledge that is asked for; null for everything up to the answer's position. */
export function knownTo({ knownBefore, upTo }: Pick<FigureQuery, 'knownBefore' | 'upTo'>): Known | null {
  if (knownBefore === null && upTo === undefined) return null;
  return { before: knownBefore?.getTime() ?? Infinity, upTo: upTo ?? Infinity };
}
