import type { DemoCredentials } from '@lueckenlos/access';
import type { MigrationClass, Config, Logger, Shutdown } from '@lueckenlos/platform';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What one process is made of. */
export interface Service {
  readonly name: string;
  /** What it does, for the OpenAPI document. */
  readonly description: string;
  readonly modules: readonly (Type | DynamicModule)[];
  /** Of all libraries whose tables its modules use. */
  readonly migrations: readonly MigrationClass[];
  /** Alone on one machine: brings its own PostgreSQL and its own OpenID provider unless others are configured. */
  readonly standalone: boolean;
}

/** A process that listens. */
export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly config: Config;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Of the built-in OpenID provider, where there is one. */
  readonly credentials: DemoCredentials | undefined;
}
