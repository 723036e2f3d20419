/** Injects the `pg` pool: set-based SQL goes through it. */
export const POOL = Symbol('POOL');
/** Injects the TypeORM data source: mapped read models. */
export const DATA_SOURCE = Symbol('DATA_SOURCE');
/** Injects the {@link Config} that the process was started with. */
export const CONFIG = Symbol('CONFIG');
/** Injects the {@link Clock}. */
export const CLOCK = Symbol('CLOCK');
/** Injects the pino logger. Never give it a payload, a pseudonym or a query string. */
export const LOGGER = Symbol('LOGGER');
/** Injects the prom-client registry behind `/metrics`. */
export const METRICS = Symbol('METRICS');
