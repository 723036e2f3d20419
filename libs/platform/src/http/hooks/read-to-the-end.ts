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
    // Fastify closes after a refused body; on a kept connection the rest is read beside the answer.
    reply.removeHeader('connection');
    raw.resume();
    if (!reply.raw.shouldKeepAlive) {
      await endOf(raw);
    }
    return payload;
  });
}

/** Whoever takes too long with it loses the answer, not we the connection. */
async function endOf(body: IncomingMessage): Promise<void> {
  await once(body, 'close', { signal: AbortSignal.timeout(LONGEST_MS) }).catch(() => undefined);
}
