import { JSONWebKeySet } from 'jose';
import Provider, { Configuration, errors } from 'oidc-provider';
import { SCOPES } from '../identity/scope';
import { DemoClient, DemoCredentials } from './demo-credentials';
import { NothingStored } from './nothing-stored';

const RESOURCE = 'urn:lueckenlos:api';
const TOKEN_LIFETIME_SECONDS = 3_600;

/** An OpenID provider with one purpose: access tokens for the demo clients. */
export function createDemoProvider(
  { issuer, clients }: DemoCredentials,
  audience: string,
  keys: JSONWebKeySet,
): Provider {
  return new Provider(issuer, {
    adapter: NothingStored,
    jwks: keys,
    clients: clients.map(metadataOf),
    // The default, RS256, would ask for a key that is not there.
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    scopes: [...SCOPES],
    responseTypes: [],
    ttl: { ClientCredentials: TOKEN_LIFETIME_SECONDS },
    extraTokenClaims: (_, token) => ownClaims(clients.find(({ clientId }) => clientId === token.clientId)),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: resourceIndicators(audience),
    },
  });
}

function metadataOf({ clientId, clientSecret, scopes }: DemoClient) {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    scope: scopes.join(' '),
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
}

function ownClaims(client: DemoClient | undefined) {
  return client && { role: client.role, ...(client.agency === undefined ? {} : { agency: client.agency }) };
}

/** Access tokens are JWTs only for a resource server: there is one, and nobody has to name it. */
function resourceIndicators(audience: string): NonNullable<Configuration['features']>['resourceIndicators'] {
  return {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: (context, resource, client) => {
      if (resource !== RESOURCE) throw new errors.InvalidTarget();
      // Without a scope the token would carry none. This runs before the scopes of the request are read.
      if (context.oidc.params) context.oidc.params.scope ??= client.scope;
      return {
        scope: SCOPES.join(' '),
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: TOKEN_LIFETIME_SECONDS,
        jwt: { sign: { alg: 'ES256' } },
      };
    },
  };
}
