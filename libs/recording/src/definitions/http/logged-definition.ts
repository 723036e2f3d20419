import { Logged, type LoggedRequest } from '@lueckenlos/access';

/** Notes a use of a definition: its path names it, and no case. */
export const LoggedDefinition = (operation: string): MethodDecorator =>
  Logged(operation, ({ url }: LoggedRequest) => url.split('?')[0] ?? url);
