import { Coverage, stagesInOrder, type CoveredDelivery } from '@lueckenlos/chain';
import type { PoolClient } from 'pg';
import { knownTo } from '../cube/known-to';
import type { ChainInForce } from '../cube/read-model';
import type { FigureQuery } from '../query/figure-query';
import { readSources } from './read-sources';

/** How far the sources of a question have delivered, as it was known then. */
export interface KnownCoverage {
  readonly coverage: Coverage;
  /** What is told of it; null where nobody announces deliveries. */
  readonly deliveries: readonly CoveredDelivery[] | null;
}

export async function readCoverage(
  tx: PoolClient,
  query: Pick<FigureQuery, 'asOf' | 'knownBefore' | 'upTo'>,
  { definition }: Pick<ChainInForce, 'definition'>,
): Promise<KnownCoverage> {
  const sources = await readSources(tx, knownTo(query));
  const coverage = new Coverage(sources);
  const stages = new Set(stagesInOrder(definition).map(({ id }) => id));
  return { coverage, deliveries: sources.length === 0 ? null : coverage.deliveries(stages, query.asOf) };
}
