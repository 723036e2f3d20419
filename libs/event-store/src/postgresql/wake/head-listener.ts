import { Client, type ClientConfig, type Pool } from 'pg';
import type { Position } from '../../port';
import { queries } from '../queries';

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * One connection that hears of appends at their commit. It is outside the pool, so that it takes no place there.
 * When it breaks it is gone until somebody calls {@link start} again: nobody relies on it, it only wakes earlier.
 */
export class HeadListener {
  private client: Client | undefined;
  private starting: Promise<boolean> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly onHead: (head: Position) => void,
  ) {}

  /** Connects unless connected. Tells whether it listens since now, so what came before may be unheard. */
  start(): Promise<boolean> {
    if (this.client) {
      return Promise.resolve(false);
    }
    this.starting ??= this.connect().finally(() => (this.starting = undefined));
    return this.starting;
  }

  async stop(): Promise<void> {
    await this.starting;
    await this.drop(this.client);
  }

  private async connect(): Promise<boolean> {
    const client = new Client(this.settings());
    client.on('error', () => void this.drop(client));
    client.on('end', () => void this.drop(client));
    client.on('notification', ({ payload }) => this.onHead(BigInt(payload ?? 0)));
    try {
      await client.connect();
      await client.query(queries.listen);
      this.client = client;
      return true;
    } catch {
      await this.drop(client);
      return false;
    }
  }

  /** As the pool connects, which hides its secrets from enumeration, but never waiting for a mute server. */
  private settings(): ClientConfig {
    const { options } = this.pool;
    const { password, ssl } = options;
    return { ...options, password, ssl, keepAlive: true, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  }

  private async drop(client: Client | undefined): Promise<void> {
    if (this.client === client) {
      this.client = undefined;
    }
    await client?.end().catch(() => undefined);
  }
}
