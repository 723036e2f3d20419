import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import { HealthRegistry } from '../health/health-registry';

/**
 * Takes an application off the network and then down: no new connections, requests under way get `seconds` to
 * finish, what is left is cut off, then the modules' shutdown hooks run, the root module's first.
 */
export async function stopHttpApp(app: NestFastifyApplication, seconds: number): Promise<void> {
  app.get(HealthRegistry).drain();
  const server = app.getHttpServer();
  if (server.listening) {
    await drain(server, seconds);
  }
  await app.close();
}

function drain(server: Server, seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), seconds * 1000);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
  });
}

/** Clients that keep their connection are told to let go of it once the process is on its way down. */
export function letGoOfConnections(fastify: FastifyInstance, health: HealthRegistry): void {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (health.draining) {
      void reply.header('Connection', 'close');
    }
    done();
  });
}
