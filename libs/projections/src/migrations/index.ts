import type { MigrationClass } from '@lueckenlos/platform';
import { ParkedEvent } from '../runner/parked-event.entity';
import { ProjectionVersion } from '../runner/projection-version.entity';
import { Projections1790000300000 } from './1790000300000-projections';
import { Gathered1790000310000 } from './1790000310000-gathered';

/** The tables that all projections share; a projection's own tables come with each of its versions. */
export const projectionMigrations: readonly MigrationClass[] = [
  Projections1790000300000,
  Gathered1790000310000,
];

/** What TypeORM maps for the operator's view. */
export const projectionEntities = [ProjectionVersion, ParkedEvent];
