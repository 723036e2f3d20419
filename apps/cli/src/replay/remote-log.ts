import type { Api } from '../client/api';
import { readLog, type LogPage } from '../log/read-log';
import type { OpenedLog } from './log-file';

/** Opens the log of a server, up to where its head is now. */
export async function openRemoteLog(api: Api): Promise<OpenedLog> {
  const pages = readLog(api);
  const first = await pages.next();
  const total = first.done === true ? 0 : Number(first.value.upTo);
  return { chunks: chunksOf(pages), unit: 'events', total };
}

async function* chunksOf(pages: AsyncIterable<LogPage>): AsyncGenerator<string> {
  for await (const { lines } of pages) yield `${lines.join('\n')}\n`;
}
