import { Injectable } from '@nestjs/common';
import { Identity } from '../identity/identity';
import { AccessLog } from './access-log';
import { loggedOperationOf } from './logged.decorator';
import { purposeOf } from './purpose';
import { LoggedRequest } from './resource';

/** Notes who asked for a logged figure or record in vain: attempts are part of who looked at what. */
@Injectable()
export class Refusals {
  constructor(private readonly log: AccessLog) {}

  async note(request: LoggedRequest, handler: object, identity: Identity, code: string): Promise<void> {
    const logged = loggedOperationOf(handler);
    if (!logged) return;
    await this.log.record({
      identity,
      operation: logged.operation,
      resource: logged.resource(request),
      purpose: purposeOf(request.headers.purpose),
      outcome: `refused:${code}`,
    });
  }
}
