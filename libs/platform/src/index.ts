export { systemClock, type Clock } from './clock';
export { CLOCK, CONFIG, DATA_SOURCE, LOGGER, METRICS, POOL } from './tokens';
export type { Config } from './config/config';
export { configTable, type ConfigRow } from './config/config-table';
export { ConfigurationError, loadConfig } from './config/load-config';
export { loadSql } from './database/load-sql';
export { migrate, type MigrationClass } from './database/migrate';
export { createPool, type PoolOptions } from './database/pool';
export { inTransaction, type Isolation } from './database/transaction';
export { defineProblems, problemCodes } from './problems/catalogue';
export { languageOf } from './problems/language';
export type { Fault, Language, ProblemDefinition, ProblemText } from './problems/problem-definition';
export { ProblemError, type ProblemOptions } from './problems/problem-error';
export { renderFault, renderProblem, type ProblemDocument, type RenderedFault } from './problems/render';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './postgres/embedded-postgres';
