import { Injectable, OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import type { FastifyRequest } from '@lueckenlos/platform';
import { Doorkeeper, RouteTarget } from './doorkeeper';
import { operationsIn } from './operations';

/** What of Fastify is used here. */
interface Hooks {
  addHook(name: 'onRequest', hook: (request: FastifyRequest) => Promise<void>): unknown;
}

/**
 * Asks for the token before a byte of the body is looked at: strangers learn nothing of what a body should be, and
 * cost no parsing. The guard asks again, for routes that this does not know.
 */
@Injectable()
export class TokenBeforeBody implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly modules: ModulesContainer,
    private readonly doorkeeper: Doorkeeper,
  ) {}

  onModuleInit(): void {
    const targets = new Map<string, RouteTarget>(
      operationsIn(this.modules).map(({ method, path, target }) => [`${method} ${path}`, target]),
    );
    this.host.httpAdapter.getInstance<Hooks>().addHook('onRequest', async (request) => {
      const target = targets.get(`${request.method} ${request.routeOptions.url}`);
      if (target) await this.doorkeeper.admit(request, target);
    });
  }
}
