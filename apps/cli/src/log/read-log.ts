import { linesOf } from '@lueckenlos/replay/engine';
import { setTimeout } from 'node:timers/promises';
import type { Api } from '../client/api';
import { RefusedError } from '../client/refused-error';
import { UnreachableError } from '../client/unreachable-error';

/** Which part of the log, by the parameters of `GET /v1/log`. */
export type LogPart = Readonly<Record<string, string | undefined>>;

/** How a reading goes on when it was cut off. */
export interface Persistence {
  /** Waits before the next attempt. */
  readonly pause: () => Promise<unknown>;
  /** Attempts in a row that bring nothing, before it is given up. */
  readonly attempts: number;
}

/** A server may be started anew while somebody reads: a minute. */
const PERSISTENCE: Persistence = { pause: () => setTimeout(2_000), attempts: 30 };

/** What was read at once. The first one is empty, and there as soon as the server answers. */
export interface LogPage {
  readonly lines: readonly string[];
  /** How far the whole reading goes. */
  readonly upTo: string;
}

/**
 * Reads a part of the log to the head that it has at the beginning, some lines at a time, and goes on behind the last line
 * wherever it is cut off on the way. A server that cannot be reached at the beginning, or refuses, is not asked again.
 */
export async function* readLog(
  api: Pick<Api, 'request'>,
  part: LogPart = {},
  headers: Readonly<Record<string, string>> = {},
  { pause, attempts }: Persistence = PERSISTENCE,
): AsyncGenerator<LogPage, void> {
  let [after, upTo, inVain] = [part['after'], part['upTo'], -1];
  for (;;) {
    try {
      const response = await api.request('/v1/log', { query: { ...part, after, upTo }, headers });
      upTo ??= response.headers.get('lueckenlos-position') ?? '0';
      if (inVain < 0) {
        inVain = 0;
        yield { lines: [], upTo };
      }
      for await (const lines of linesOf(bodyOf(response))) {
        const last = lines.at(-1);
        if (last === undefined) continue;
        inVain = 0;
        yield { lines, upTo };
        after = positionOf(last) ?? after;
      }
      return;
    } catch (error) {
      if (inVain < 0 || inVain >= attempts || !isPassing(error)) throw error;
      inVain += 1;
      await pause();
    }
  }
}

/** Undefined where the line is none of a log: whoever reads it has said so. */
function positionOf(line: string): string | undefined {
  const { position } = JSON.parse(line) as { position?: unknown };
  return typeof position === 'string' ? position : undefined;
}

function isPassing(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof RefusedError && error.isPassing);
}

/** The bytes of an answer; where they break off, the server is as good as away. */
async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  try {
    yield* response.body as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new UnreachableError(new URL(response.url), error);
  }
}
