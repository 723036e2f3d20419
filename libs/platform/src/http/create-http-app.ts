import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { NestLogger } from '../logging/nest-logger';
import { httpHistogram } from '../metrics/registry';
import { letGoOfConnections } from '../shutdown/stop-http';
import { HealthRegistry } from '../health/health-registry';
import { METRICS } from '../tokens';
import { observeAnswers } from './hooks/observe';
import { createHttpAdapter, type HttpOptions } from './http-adapter';
import { NoUnknownQuery } from './input/no-unknown-query';
import { ProblemFilter } from './problems/problem-filter';
import { RouteTable } from './problems/route-table';

/**
 * Makes the HTTP application of a root module that imports `PlatformModule.forRoot(…)`. It does not listen yet:
 * whatever must run before the first request goes between this and `app.listen(config.port, config.host)`.
 */
export async function createHttpApp(
  module: Type | DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const adapter = createHttpAdapter(options);
  const fastify: FastifyInstance = adapter.getInstance();
  const routes = new RouteTable().watch(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLogger(options.logger),
  });
  app.useGlobalFilters(new ProblemFilter(options.logger, routes));
  app.useGlobalInterceptors(new NoUnknownQuery());
  const histogram = httpHistogram(app.get<Registry>(METRICS));
  observeAnswers(fastify, { logger: options.logger, histogram });
  letGoOfConnections(fastify, app.get(HealthRegistry));
  return app;
}
