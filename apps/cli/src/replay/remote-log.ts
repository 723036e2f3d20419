import { linesOf } from '@lueckenlos/replay/engine';
import { setTimeout as pause } from 'node:timers/promises';
import type { Api } from '../client/api';
import { UnreachableError } from '../client/unreachable-error';
import type { OpenedLog } from './log-file';

/** Times in a row that a connection may be cut without a line having come. */
const ATTEMPTS = 5;
const PAUSE_MS = 500;

/** Opens the log of a server, up to where its head is now. A connection that is cut is taken up behind the last whole line. */
export async function openRemoteLog(api: Api): Promise<OpenedLog> {
  const upTo = (await headOf(api)) ?? '0';
  return { chunks: remoteLines(api, upTo), unit: 'events', total: Number(upTo) };
}

/** An answer says how far it goes before it begins. */
async function headOf(api: Api): Promise<string | null> {
  const answer = await api.request('/v1/log', { query: { limit: '1' } });
  await answer.arrayBuffer();
  return answer.headers.get('lueckenlos-position');
}

async function* remoteLines(api: Api, upTo: string): AsyncGenerator<string> {
  let after = '0';
  for (let failed = 0; ;) {
    try {
      const { body } = await api.request('/v1/log', { query: { after, upTo } });
      for await (const lines of linesOf((body ?? []) as AsyncIterable<Uint8Array>)) {
        const last = lines.at(-1);
        if (last === undefined) continue;
        yield `${lines.join('\n')}\n`;
        after = positionOf(last);
        failed = 0;
      }
      return;
    } catch (error) {
      if (!isCut(error) || ++failed >= ATTEMPTS) throw error;
      await pause(PAUSE_MS * failed);
    }
  }
}

function positionOf(line: string): string {
  return String((JSON.parse(line) as { position?: unknown }).position);
}

/** `fetch` tells of a body that breaks off by a TypeError. */
function isCut(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof TypeError && error.message === 'terminated');
}
