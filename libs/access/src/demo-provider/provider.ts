import { JSONWebKeySet } from 'jose';
import type { Configuration, Provider } from 'oidc-provider';
import { SCOPES } from '../identity/scope';
import { DemoClient, DemoCredentials } from './demo-credentials';
import { NothingStored } from './nothing-stored';

const RESOURCE = 'urn:lueckenlos:api';
const TOKEN_LIFETIME_SECONDS = 3_600;

/** An OpenID provider with one purpose: access tokens for the demo clients. */
export async function createDemoProvider(
  { issuer, clients }: DemoCredentials,
  audience: string,
  jwks: JSONWebKeySet,
): Promise<Provider> {
  // Only a demo pays for loading it.
  const { default: OidcProvider, errors } = await import('oidc-provider');
  return new OidcProvider(issuer, {
    adapter: NothingStored,
    jwks,
    clients: clients.map(metadataOf),
    // The default, RS256, would ask for a key that is not there.
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    scopes: [...SCOPES],
    responseTypes: [],
    ttl: { ClientCredentials: TOKEN_LIFETIME_SECONDS },
    extraTokenClaims: (_, token) => ownClaims(clients.find(({ clientId }) => clientId === token.clientId)),
    features: {
      ...onlyClientCredentials,
      resourceIndicators: resourceIndicators(audience, () => new errors.InvalidTarget()),
    },
  });
}

const onlyClientCredentials = {
  clientCredentials: { enabled: true },
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  userinfo: { enabled: false },
};

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
function resourceIndicators(
  audience: string,
  unknownResource: () => Error,
): NonNullable<Configuration['features']>['resourceIndicators'] {
  return {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: (context, resource, client) => {
      if (resource !== RESOURCE) throw unknownResource();
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
