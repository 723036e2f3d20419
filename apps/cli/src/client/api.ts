import type { Language } from '@lueckenlos/terminal';
import { accepted, jsonOf, send } from './send';
import type { TokenSource } from './token-source';

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes that can be sent once only. */
  readonly body?: AsyncIterable<Uint8Array>;
}

/** The server's HTTP interface, with a token. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly tokens: TokenSource,
    private readonly language: Language,
  ) {}

  /** The JSON of an answer. */
  async json<T>(path: string, request?: ApiRequest): Promise<T> {
    return jsonOf<T>(await this.request(path, request));
  }

  /** @throws RefusedError for an answer that is no success, UnreachableError where there is none */
  async request(path: string, request: ApiRequest = {}): Promise<Response> {
    const response = await this.attempt(path, request);
    if (response.status !== 401 || request.body !== undefined) return accepted(response);
    // The token may have been good when it was sent: keys change, clocks differ.
    await response.body?.cancel();
    this.tokens.forget();
    return accepted(await this.attempt(path, request));
  }

  private async attempt(path: string, { method, query = {}, headers, body }: ApiRequest): Promise<Response> {
    const url = new URL(this.base + path);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const authorization = `Bearer ${await this.tokens.token()}`;
    return send(url, {
      method,
      headers: { authorization, 'accept-language': this.language, ...headers },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
  }
}
