import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { ProblemError } from '@lueckenlos/platform';
import { Identity, rememberIdentity } from '../identity/identity';
import { Refusals } from '../log/refusals';
import { missingScope } from '../problems/missing-scope';
import { TokenVerifier } from '../token/token-verifier';
import { bearerToken, challenge } from './bearer';
import { missingScopes, Requirement } from './requirement';
import { requirementOf } from './requirement-of';

interface Request {
  readonly headers: { readonly authorization?: string };
}

/** Stands before every route: no token, no answer, unless the route is public. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly refusals: Refusals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const requirement = requirementOf(context.getHandler(), context.getClass());
    // The start-up check makes this unreachable; should it ever be reached, the answer is no.
    if (!requirement) return false;
    if (requirement.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const identity = await this.identify(request);
    rememberIdentity(request, identity);
    await this.authorise(context, identity, requirement);
    return true;
  }

  private identify(request: Request): Promise<Identity> {
    const token = bearerToken(request.headers.authorization);
    if (token === undefined) throw new ProblemError({ code: 'access.no-token' }, { headers: challenge() });
    return this.verifier.verify(token);
  }

  private async authorise(
    context: ExecutionContext,
    identity: Identity,
    requirement: Requirement,
  ): Promise<void> {
    const missing = missingScopes(requirement, identity.scopes);
    if (missing.length === 0) return;
    await this.refusals.note(context, identity, 'access.missing-scope');
    throw missingScope(missing, requirement.kind === 'anyOf');
  }
}
