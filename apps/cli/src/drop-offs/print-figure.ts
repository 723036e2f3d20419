import type { Api } from '../client/api';
import { textOf } from '../client/send';
import type { Context } from '../context';
import { dropOffRequest, type DropOffOptions } from './query';

/** Prints the answer as the server gives it, for programs. */
export async function printFigure(api: Api, options: DropOffOptions, { stdout }: Context): Promise<void> {
  const text = await textOf(await api.request('/v1/drop-offs', dropOffRequest(options)));
  stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
