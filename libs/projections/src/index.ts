export type { Projection } from './runner/projection';
export { ProjectionRunner, type RunnerOptions } from './runner/projection-runner';
export { ProjectionError } from './runner/projection-error';
export { quality } from './data-quality/quality.projection';
export { dropOffs } from './drop-offs/drop-offs.projection';
export { projectionMigrations } from './migrations';
export { ProjectionOperations } from './operations/projection-operations';
export { ProjectionsModule } from './projections.module';
