import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf } from '../../system/json';

interface Credentials {
  issuer: string;
  clients: { clientId: string; clientSecret: string }[];
}

interface Token {
  readonly text: Promise<string>;
  readonly fetchedAt: number;
}

/** Shorter than a token of the demo provider lives. */
const TOKEN_MS = 120_000;

/** Speaks to the measured process as its users do. */
export class BenchClient {
  private readonly tokens = new Map<string, Token>();

  constructor(
    readonly url: string,
    private readonly dataDir: string,
  ) {}

  async send(clientId: string, method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: await this.authorization(clientId), ...init.headers };
    return fetch(this.url + path, { ...init, method, headers });
  }

  async get<T>(clientId: string, path: string): Promise<T> {
    return jsonOf<T>(await this.send(clientId, 'GET', path));
  }

  async put(path: string, body: unknown): Promise<void> {
    const init = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await this.send('statistics-unit', 'PUT', path, init);
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** The value of the `Authorization` header. */
  async authorization(clientId: string): Promise<string> {
    const known = this.tokens.get(clientId);
    const isFresh = known !== undefined && performance.now() - known.fetchedAt < TOKEN_MS;
    const token = isFresh ? known : { text: this.fetchToken(clientId), fetchedAt: performance.now() };
    this.tokens.set(clientId, token);
    return `Bearer ${await token.text}`;
  }

  /** Bytes that the process holds now. */
  memory(): Promise<number> {
    return this.metric('process_resident_memory_bytes');
  }

  /** Seconds of CPU time that the process has used. */
  cpuSeconds(): Promise<number> {
    return this.metric('process_cpu_seconds_total');
  }

  private async metric(name: string): Promise<number> {
    const metrics = await (await fetch(`${this.url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
  }

  private async fetchToken(clientId: string): Promise<string> {
    const file = readFileSync(join(this.dataDir, 'demo-credentials.json'), 'utf8');
    const { issuer, clients } = JSON.parse(file) as Credentials;
    const secret = clients.find((client) => client.clientId === clientId)?.clientSecret ?? '';
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
    });
    const answer = await fetch(`${issuer}/token`, { method: 'POST', body });
    return (await jsonOf<{ access_token: string }>(answer)).access_token;
  }
}
