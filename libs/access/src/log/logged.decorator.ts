import { SetMetadata } from '@nestjs/common';
import { LoggedRequest } from './resource';

export const LOGGED = 'lueckenlos:logged';

/** Names what was asked for, from the request and, once there is one, the answer. Must not throw. */
export type ResourceName = (request: LoggedRequest, answer?: unknown) => string;

export interface LoggedOperation {
  readonly operation: string;
  readonly resource: ResourceName;
}

/**
 * Every use of this route is written to the access log before its answer leaves; where that fails, nothing is
 * answered. The handler must return its answer (a stream as `StreamableFile`), not send it itself.
 */
export const Logged = (operation: string, resource: ResourceName): MethodDecorator =>
  SetMetadata(LOGGED, { operation, resource } satisfies LoggedOperation);

export function loggedOperationOf(handler: object): LoggedOperation | undefined {
  return Reflect.getMetadata(LOGGED, handler) as LoggedOperation | undefined;
}
