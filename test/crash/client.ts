import { setTimeout as pause } from 'node:timers/promises';
import type { Installation } from './installation';

/** Sent by a client who does what the documentation says: no answer, or a 503, means the same again. */
export interface Sending {
  readonly role: string;
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
  /** Answers that are right here; others are a mistake of the server. */
  readonly expected: readonly number[];
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  /** How often it was sent: an earlier try may have been stored without an answer. */
  readonly tries: number;
}

const PATIENCE_MS = 180_000;

/** Sends until there is an answer, and counts answers: the killer goes by them. */
export class Client {
  answers = 0;

  constructor(private readonly installation: Installation) {}

  async send<T>({ role, method, path, type, body, expected }: Sending): Promise<Answer<T>> {
    const headers = {
      ...(await this.installation.issuer.bearer(role)),
      ...(type === undefined ? {} : { 'content-type': type }),
    };
    const url = this.installation.processFor(path).url + path;
    const deadline = performance.now() + PATIENCE_MS;
    for (let tries = 1; ; tries++) {
      const answer = await answered(url, { method, headers, body });
      if (answer && expected.includes(answer.status)) {
        this.answers++;
        return { status: answer.status, body: (answer.text ? JSON.parse(answer.text) : null) as T, tries };
      }
      if (answer && answer.status !== 503)
        throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
      if (answer && answer.retryAfter === null)
        throw new Error(`${method} ${path}: a 503 without Retry-After`);
      if (performance.now() > deadline) throw new Error(`${method} ${path}: no answer in three minutes`);
      await pause(50);
    }
  }
}

interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

/** Undefined where the connection was refused or broke, also within the answer. */
async function answered(url: string, init: RequestInit): Promise<RawAnswer | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, text: await response.text(), retryAfter };
  } catch {
    return undefined;
  }
}
