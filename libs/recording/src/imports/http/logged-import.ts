import { Logged, type LoggedRequest } from '@lueckenlos/access';

/** Notes a use of an import: its path names it, and no case; a new one is named by its answer. */
export const LoggedImport = (operation: string): MethodDecorator =>
  Logged(operation, ({ url }: LoggedRequest, answer?: unknown) => {
    const path = url.split('?')[0] ?? url;
    return path.endsWith('/imports') && isNamed(answer) ? `${path}/${answer.id}` : path;
  });

function isNamed(answer: unknown): answer is { readonly id: string } {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string';
}
