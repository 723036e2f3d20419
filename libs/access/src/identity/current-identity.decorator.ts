import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { identityOf } from './identity';

/** Hands the verified {@link Identity} to a parameter of a route handler. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext) =>
  identityOf(context.switchToHttp().getRequest<object>()),
);
