import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ProblemError } from '@lueckenlos/platform';

interface Request {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/** The parsed body of a request that says it is plain JSON. Other types are parsed too, for other routes. */
export const JsonBody = createParamDecorator((_: unknown, context: ExecutionContext): unknown => {
  const { headers, body } = context.switchToHttp().getRequest<Request>();
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    throw new ProblemError({ code: 'platform.unsupported-media-type' });
  }
  return body;
});
