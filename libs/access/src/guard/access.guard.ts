import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import type { LoggedRequest } from '../log/resource';
import { Doorkeeper } from './doorkeeper';

/** Stands before every handler, whichever way a request has come to it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly doorkeeper: Doorkeeper) {}

  canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<LoggedRequest>();
    return this.doorkeeper.admit(request, { handler: context.getHandler(), controller: context.getClass() });
  }
}
