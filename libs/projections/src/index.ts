export type { Projection } from './runner/projection';
export { ProjectionRunner, type RunnerOptions } from './runner/projection-runner';
export { ProjectionVersion, VERSION_STATES, type VersionState } from './runner/projection-version.entity';
export { ParkedEvent } from './runner/parked-event.entity';
export { dropOffs } from './drop-offs/drop-offs.projection';
export { projectionMigrations, projectionEntities } from './migrations';
