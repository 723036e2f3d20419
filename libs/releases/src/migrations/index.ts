import type { MigrationClass } from '@lueckenlos/platform';
import { CreateReleases1790000500000 } from './create-releases.migration';
import { SetStagesApart1790000510000 } from './set-stages-apart.migration';

/** The tables of releases, in the schema `releases`. */
export const releaseMigrations: readonly MigrationClass[] = [
  CreateReleases1790000500000,
  SetStagesApart1790000510000,
];
