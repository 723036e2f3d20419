import { Injectable } from '@nestjs/common';
import { ProblemError } from '@lueckenlos/platform';
import { Identity, rememberIdentity } from '../identity/identity';
import { Refusals } from '../log/refusals';
import type { LoggedRequest } from '../log/resource';
import { missingScope } from '../problems/missing-scope';
import { TokenVerifier } from '../token/token-verifier';
import { bearerToken, challenge } from './bearer';
import { missingScopes, Requirement } from './requirement';
import { requirementOf } from './requirement-of';

/** A route as its decorators see it. */
export interface RouteTarget {
  readonly handler: object;
  readonly controller: object;
}

/** Decides who may come in: no token, no answer, unless the route is public. */
@Injectable()
export class Doorkeeper {
  // A side table, because the request belongs to the HTTP framework.
  private readonly admitted = new WeakMap<object, object>();

  constructor(
    private readonly verifier: TokenVerifier,
    private readonly refusals: Refusals,
  ) {}

  /** Asked again for the same request and route, it does not check again. Throws what the client is told. */
  async admit(request: LoggedRequest, { handler, controller }: RouteTarget): Promise<boolean> {
    const requirement = requirementOf(handler, controller);
    // The start-up check makes this unreachable; should it ever be reached, the answer is no.
    if (!requirement) return false;
    if (requirement.kind === 'public' || this.admitted.get(request) === handler) return true;
    const identity = await this.identify(request);
    rememberIdentity(request, identity);
    await this.authorise(request, handler, identity, requirement);
    this.admitted.set(request, handler);
    return true;
  }

  private identify({ headers }: LoggedRequest): Promise<Identity> {
    const token = bearerToken(headers.authorization);
    if (token === undefined) throw new ProblemError({ code: 'access.no-token' }, { headers: challenge() });
    return this.verifier.verify(token);
  }

  private async authorise(
    request: LoggedRequest,
    handler: object,
    identity: Identity,
    requirement: Requirement,
  ): Promise<void> {
    const missing = missingScopes(requirement, identity.scopes);
    if (missing.length === 0) return;
    await this.refusals.note(request, handler, identity, 'access.missing-scope');
    throw missingScope(missing, requirement.kind === 'anyOf');
  }
}
