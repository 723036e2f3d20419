import { CliError } from '../errors/cli-error';
import { EXIT } from '../errors/exit-code';

const TEXT = {
  en: 'Cannot reach {address} ({reason}). Is the server running, and is --url right?',
  de: '{address} ist nicht erreichbar ({reason}). Läuft der Server, und stimmt --url?',
};

/** No answer came, or it broke off. */
export class UnreachableError extends CliError {
  constructor(url: URL, cause: unknown) {
    super(EXIT.unreachable, TEXT, { address: url.origin, reason: reasonOf(cause) });
    this.name = 'UnreachableError';
  }
}

/** `fetch` says only that it failed; what happened stands in the innermost cause, for several addresses in the first. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
