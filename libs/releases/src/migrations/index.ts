import type { MigrationClass } from '@lueckenlos/platform';
import { CreateReleases1790000500000 } from './create-releases.migration';

/** The tables of releases, in the schema `releases`. */
export const releaseMigrations: readonly MigrationClass[] = [CreateReleases1790000500000];
