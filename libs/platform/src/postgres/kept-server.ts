import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

/** A server, and the connection by which this process owns it. */
export interface OwnedServer {
  readonly client: Client;
  readonly port: number;
}

export interface KeptServerOptions {
  /** Starts the server at a port, or takes over the one that runs there, and claims it. */
  readonly open: (port: number) => Promise<OwnedServer>;
  readonly log: (line: string) => void;
  readonly retryMs?: number;
}

/**
 * Keeps a server running. Its processes may be killed, or end themselves on a full disk: the owner's connection breaks
 * then, and the server is started again at the same port, as often as it takes. Everybody else just connects anew.
 */
export class KeptServer {
  private isUp = true;
  private stopping = false;
  private reviving: Promise<void> | undefined;

  constructor(
    private server: OwnedServer,
    private readonly options: KeptServerOptions,
  ) {
    this.watch();
  }

  /** Lets go of the server. False where none is running. */
  async release(): Promise<boolean> {
    this.stopping = true;
    await this.reviving;
    await this.server.client.end().catch(() => undefined);
    return this.isUp;
  }

  private watch(): void {
    this.isUp = true;
    this.server.client.once('end', () => {
      this.isUp = this.stopping;
      if (!this.stopping) this.reviving = this.revive();
    });
  }

  private async revive(): Promise<void> {
    const { open, log, retryMs = 500 } = this.options;
    log('The embedded PostgreSQL broke off; starting it again');
    while (!this.stopping) {
      try {
        this.server = await open(this.server.port);
        this.watch();
        log('The embedded PostgreSQL serves again');
        return;
      } catch {
        // Its last processes are still ending, or there is no room to start: its own log says which.
        await pause(retryMs);
      }
    }
  }
}
