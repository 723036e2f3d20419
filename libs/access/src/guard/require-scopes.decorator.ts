import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiForbiddenResponse, ApiSecurity, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { Scope } from '../identity/scope';
import { Requirement } from './requirement';

/** Where a handler or controller keeps its requirement. */
export const REQUIREMENT = 'lueckenlos:requirement';
/** The same key as in platform, which marks its own routes (health, metrics) without knowing this library. */
export const PUBLIC = 'lueckenlos:public';
/** Name of the security scheme in the OpenAPI document that platform makes. */
const BEARER = 'bearer';

type Decorator = MethodDecorator & ClassDecorator;

/** Opens a route to everybody, without a token. */
export const Public = (): Decorator => SetMetadata(PUBLIC, true);

/** Opens a route to those who bear all of these scopes. */
export const RequireScopes = (...scopes: readonly [Scope, ...Scope[]]): Decorator =>
  protectedBy({ kind: 'allOf', scopes }, `Needs ${scopes.join(' and ')}.`);

/** Opens a route to those who bear at least one of these scopes. */
export const RequireAnyScope = (...scopes: readonly [Scope, ...Scope[]]): Decorator =>
  protectedBy({ kind: 'anyOf', scopes }, `Needs ${scopes.join(' or ')}.`);

/** Opens a route to everybody who bears a valid token. */
export const AnyIdentity = (): Decorator => protectedBy({ kind: 'allOf', scopes: [] }, undefined);

function protectedBy(
  requirement: Requirement & { scopes: readonly Scope[] },
  needs: string | undefined,
): Decorator {
  return applyDecorators(
    SetMetadata(REQUIREMENT, requirement),
    // OpenAPI 3.0 allows scopes in a security requirement for OAuth schemes only: ours stand beside it.
    ApiSecurity(BEARER),
    ApiExtension('x-required-scopes', { [requirement.kind]: requirement.scopes }),
    ApiUnauthorizedResponse({ description: 'No valid access token.' }),
    ...(needs === undefined ? [] : [ApiForbiddenResponse({ description: needs })]),
  );
}
