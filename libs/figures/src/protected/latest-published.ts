import type { AnsweredFigure } from '../cube/figure';
import { openRelease } from './open-release';
import { protectedFigure } from './protected-figure';
import type { ReleasedTables } from './released-tables';

/** The whole town's drop-offs of the newest release of a chain, for callers without HTTP; null where there is none. */
export async function latestPublished(tables: ReleasedTables, chain: string): Promise<AnsweredFigure | null> {
  const found = await tables.find('latest', chain);
  if (!found) return null;
  const filters = { birthYear: null, schoolYear: null, area: null, povertyRisk: null };
  const question = { release: found.heading.id, chain, by: [], filters, level: null };
  return protectedFigure(await openRelease(tables, question), 'drop-offs');
}
