import { CliError } from '../errors/cli-error';
import { codeOf, reasonOf } from '../errors/code-of';
import { EXIT } from '../errors/exit-code';

const TEXT = {
  en: 'Cannot reach {address} ({reason}). Is the server running, and is --url right?',
  de: '{address} ist nicht erreichbar ({reason}). Läuft der Server, und stimmt --url?',
};

/** No answer came, or it broke off. */
export class UnreachableError extends CliError {
  constructor(url: URL, cause: unknown) {
    super(EXIT.unreachable, TEXT, { address: url.origin, reason: reasonOf(innermost(cause)) });
    this.name = 'UnreachableError';
  }
}

/** `fetch` says only that it failed; what happened stands in the innermost cause. */
function innermost(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || codeOf(error) !== undefined) return error;
  if ('errors' in error && Array.isArray(error.errors)) return innermost(error.errors[0]);
  return 'cause' in error && error.cause !== undefined ? innermost(error.cause) : error;
}
