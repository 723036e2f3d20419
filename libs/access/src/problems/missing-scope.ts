import { ProblemError } from '@lueckenlos/platform';
import { challenge } from '../guard/bearer';

/** Tells a client which scope its token lacks, for its user and for its OAuth library. */
export function missingScope(scopes: readonly string[], oneIsEnough = false): ProblemError {
  const scope = scopes.join(oneIsEnough ? ' | ' : ' ');
  const headers = challenge('insufficient_scope', scopes.join(' '));
  return new ProblemError({ code: 'access.missing-scope', params: { scope } }, { headers });
}
