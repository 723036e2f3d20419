import type { Api, ApiRequest } from '../client/api';
import { textOf } from '../client/send';
import type { Context } from '../context';

/** Prints an answer as the server gives it, for programs. */
export async function printFigure(
  api: Api,
  path: string,
  request: ApiRequest,
  { stdout }: Context,
): Promise<void> {
  const text = await textOf(await api.request(path, request));
  stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
