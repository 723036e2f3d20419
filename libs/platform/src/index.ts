export { systemClock, type Clock } from './clock';
export { CLOCK, CONFIG, DATA_SOURCE, LOGGER, METRICS, POOL } from './tokens';
export type { Config } from './config/config';
export { configTable, type ConfigRow } from './config/config-table';
export { ConfigurationError, loadConfig } from './config/load-config';
export { csvLine, toCsv, type CsvValue } from './csv/csv';
export { databaseFault, type DatabaseFault } from './database/database-fault';
export { loadSql } from './database/load-sql';
export { migrate, type MigrationClass } from './database/migrate';
export { binaryTextArray, byteaArray, jsonArray, plainArray, textArray } from './database/pg-array';
export { createPool, type PoolOptions } from './database/pool';
export { inTransaction, type Isolation } from './database/transaction';
export { defineProblems, problemCodes } from './problems/catalogue';
export { faultOf } from './problems/fault-of';
export { languageOf } from './problems/language';
export type { Fault, Language, ProblemDefinition, ProblemText } from './problems/problem-definition';
export { ProblemError, type ProblemOptions } from './problems/problem-error';
export { renderFault, renderProblem, type ProblemDocument, type RenderedFault } from './problems/render';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './postgres/embedded-postgres';
export { HealthRegistry, type HealthCheck } from './health/health-registry';
export { notReady } from './health/not-ready';
export type { PartHealth, Parts, PartState } from './health/part-health';
export { createHttpApp } from './http/create-http-app';
export { isGzip } from './http/body/collect';
export { TakesOnly } from './http/body/takes-only';
export { pointerToken, structuralFaults } from './http/body/structural-faults';
export { BodyOf, CommaSeparated, QueryOf } from './http/input/decorators';
export { PUBLIC_ROUTE } from './http/public-route';
export { createLogger, type Logger } from './logging/logger';
export { Trouble } from './logging/trouble';
export { setUpOpenApi, type OpenApiOptions } from './openapi/set-up-openapi';
export { PlatformModule, type PlatformOptions } from './platform.module';
export { Shutdown, StoppingError, type ShutdownOptions } from './shutdown/shutdown';
export { stopHttpApp } from './shutdown/stop-http';
export type { FastifyReply, FastifyRequest } from 'fastify';
export { VERSION } from './version';
