import { JWTPayload } from 'jose';
import { Identity } from '../identity/identity';
import { scopesIn } from '../identity/scope';

/** An agency's name becomes part of the `source` of its records. */
const AGENCY = /^[a-z0-9][a-z0-9-]{0,63}$/;
const MAX_NAME = 200;

/** Reads the identity out of a verified token; undefined where its claims make no sense. */
export function identityFrom(claims: JWTPayload): Identity | undefined {
  // RFC 9068 names the client `client_id`, Keycloak `azp`; with client credentials `sub` is the client too.
  const clientId = claims.client_id ?? claims.azp ?? claims.sub;
  const { scope = '', role = 'unstated', agency } = claims;
  if (!isName(clientId) || !isName(role) || typeof scope !== 'string') return undefined;
  if (agency === undefined) return { clientId, role, scopes: scopesIn(scope) };
  if (typeof agency !== 'string' || !AGENCY.test(agency)) return undefined;
  return { clientId, role, scopes: scopesIn(scope), agency };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME;
}
