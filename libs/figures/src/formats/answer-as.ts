import type { FastifyReply } from 'fastify';
import type { Format } from '../query/figure-query';
import { MEDIA_TYPES } from './negotiate';

/** Answers in a format, with its media type. */
export function answerAs(
  reply: FastifyReply,
  format: Format,
  write: Readonly<Record<Format, () => unknown>>,
): unknown {
  void reply.type(MEDIA_TYPES[format]);
  return write[format]();
}
