import type { BenchOptions } from '../options';
import type { PartReport } from '../report/figure';
import type { BenchPostgres } from '../system/bench-database';
import type { TownFile } from '../system/town';
import { measurePostsAtOnce } from './at-once';
import { measurePostsDuringImport } from './during-import';

/** Events posted one by one: many at once, and beside an import. */
export async function postsPart(
  postgres: BenchPostgres,
  file: TownFile,
  options: BenchOptions,
): Promise<PartReport> {
  const atOnce = await measurePostsAtOnce(postgres, options);
  const intake = await measurePostsDuringImport(postgres, file, 'intake');
  const standalone = await measurePostsDuringImport(postgres, file, 'standalone');
  return { part: 'posts', figures: [...atOnce, ...intake, ...standalone] };
}
