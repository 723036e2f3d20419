import type { DefinitionPlace } from '../catalogue/definition-event';
import type { Outcome } from '../define/definer';

/** What of Fastify's reply is used here. */
export interface Reply {
  status(code: number): unknown;
  header(name: string, value: string): unknown;
}

/** 201 for the first definition under an id, else 200. */
export function answerStatus(reply: Reply, outcome: Outcome): void {
  reply.status(outcome === 'created' ? 201 : 200);
}

/** Where the definition stands stays out of the body: `GET` gives back what `PUT` takes. */
export function answerPlace(reply: Reply, { revision, position }: DefinitionPlace): void {
  reply.header('ETag', `"${revision}"`);
  reply.header('Lueckenlos-Position', String(position));
}
