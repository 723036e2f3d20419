import { UnreadableEventError } from '@lueckenlos/chain';

/** An event that a projection can't apply. Its text is shown to operators: it must quote nothing of the event. */
export class ProjectionError extends Error {
  override readonly name = 'ProjectionError';
}

/** Names a fault without the values it came with: the text of any other error may quote a payload. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  if (error instanceof ProjectionError || error instanceof UnreadableEventError) return error.message;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}
