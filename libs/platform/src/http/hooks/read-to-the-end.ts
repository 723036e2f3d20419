import type { FastifyInstance } from 'fastify';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';

const LONGEST_MS = 10_000;

/**
 * Lets a client that sends its whole body before it listens get the answer to a request that is refused early.
 * Closing a connection with bytes unread resets it, and the reset takes the answer along: the client would see a
 * broken pipe where a 413 or a 401 was sent.
 */
export function readBodiesToTheEnd(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const { raw } = request;
    if (raw.complete || raw.destroyed) {
      return payload;
    }
    // Fastify closes after a refused body; Node reads a rest unseen as long as the connection is kept.
    reply.removeHeader('connection');
    if (!reply.raw.shouldKeepAlive) {
      await endOf(raw);
    }
    return payload;
  });
}

/** Reads the rest unseen. Whoever takes too long with it loses the answer, not we the connection. */
async function endOf(body: IncomingMessage): Promise<void> {
  body.resume();
  await once(body, 'close', { signal: AbortSignal.timeout(LONGEST_MS) }).catch(() => undefined);
}
