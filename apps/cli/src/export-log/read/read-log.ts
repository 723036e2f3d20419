import { linesOf } from '@lueckenlos/replay/engine';
import type { Api } from '../../client/api';
import { RefusedError } from '../../client/refused-error';
import { UnreachableError } from '../../client/unreachable-error';
import type { LoggedLine } from './logged-line';

/** Which part of the log, by the parameters of `GET /v1/log`. */
export type LogPart = Readonly<Record<string, string | undefined>>;

/** How a reading goes on when it was cut off. */
export interface Persistence {
  /** Waits before the next attempt. */
  readonly pause: () => Promise<unknown>;
  /** Attempts in a row that bring nothing, before it is given up. */
  readonly attempts: number;
}

/** What was read at once. */
export interface LogPage {
  readonly lines: readonly LoggedLine[];
  /** How far the whole reading goes. */
  readonly upTo: string;
}

/**
 * Reads a part of the log to the head that it has at the beginning, some lines at a time, and goes on behind the last line
 * wherever it is cut off on the way. A server that cannot be reached at the beginning, or refuses, is not asked again.
 */
export async function* readLog(
  api: Pick<Api, 'request'>,
  part: LogPart,
  headers: Readonly<Record<string, string>>,
  { pause, attempts }: Persistence,
): AsyncGenerator<LogPage> {
  let [after, upTo, inVain] = [part['after'], part['upTo'], -1];
  for (;;) {
    try {
      const response = await api.request('/v1/log', { query: { ...part, after, upTo }, headers });
      upTo ??= response.headers.get('lueckenlos-position') ?? undefined;
      inVain = Math.max(inVain, 0);
      yield { lines: [], upTo: upTo ?? '' };
      for await (const texts of linesOf(bodyOf(response))) {
        const lines = texts.map((text) => JSON.parse(text) as LoggedLine);
        after = lines.at(-1)?.position ?? after;
        if (lines.length > 0) inVain = 0;
        yield { lines, upTo: upTo ?? '' };
      }
      return;
    } catch (error) {
      if (inVain < 0 || inVain >= attempts || !isPassing(error)) throw error;
      inVain += 1;
      await pause();
    }
  }
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
