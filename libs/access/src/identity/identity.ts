import { ProblemError } from '@lueckenlos/platform';
import { missingScope } from '../problems/missing-scope';
import { Scope } from './scope';

/** Who is asking, as the verified token states it. */
export interface Identity {
  readonly clientId: string;
  /** The role the issuer states; `unstated` where it states none. For the access log, never for a decision. */
  readonly role: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly agency?: string;
}

// A side table, because the request belongs to the HTTP framework.
const identities = new WeakMap<object, Identity>();

export function rememberIdentity(request: object, identity: Identity): void {
  identities.set(request, identity);
}

/** The identity behind a request; on a public route there is none, and asking for it is refused. */
export function identityOf(request: object): Identity {
  const identity = identities.get(request);
  if (!identity) throw new ProblemError({ code: 'access.no-token' });
  return identity;
}

/** The agency somebody sends for; a token without one may send nothing. */
export function agencyOf(identity: Identity): string {
  if (identity.agency === undefined) throw new ProblemError({ code: 'access.no-agency' });
  return identity.agency;
}

/** For rules that depend on what is asked, not on the route: exact figures need another scope than released ones. */
export function requireScope(identity: Identity, scope: Scope): void {
  if (!identity.scopes.has(scope)) throw missingScope([scope]);
}
