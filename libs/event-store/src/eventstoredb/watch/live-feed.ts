import { Backoff } from '../backoff';
import type { LogPosition, RawEvent } from '../client/log-client';
import type { Connection } from '../connection/connection';
import type { Namespace } from '../envelope';
import type { Timing } from '../timing';

export interface FeedListener {
  event(event: RawEvent): void;
  /** Listens since now: what came before may be unheard. */
  listening(): void;
}

/** A feed of what is appended to our streams. Subscribes anew whenever it is dropped, from the last event it saw. */
export class LiveFeed {
  private stop: (() => void) | undefined;
  private last: LogPosition | 'end' = 'end';
  private running: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly namespace: Namespace,
    private readonly timing: Timing,
    private readonly listener: FeedListener,
  ) {}

  /** Listens until the connection is closed. */
  start(): void {
    this.running ??= this.run();
  }

  async ended(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    const { closed } = this.connection;
    const backoff = new Backoff(this.timing);
    closed.addEventListener('abort', () => this.stop?.(), { once: true });
    while (!closed.aborted) {
      const reason = await this.listen(backoff);
      // Slow consumers are dropped in busy hours: nothing is wrong, and the place is known.
      if (!isTooSlow(reason)) await backoff.wait(closed);
    }
  }

  /** One subscription, from its beginning to its end. */
  private listen(backoff: Backoff): Promise<unknown> {
    return new Promise((resolve) => {
      const { closed } = this.connection;
      const stop = this.connection.client.follow(this.last, this.namespace.prefix, {
        event: (event) => {
          this.last = event.position ?? this.last;
          this.listener.event(event);
        },
        confirmed: () => {
          backoff.reset();
          this.listener.listening();
        },
        ended: resolve,
      });
      this.stop = () => {
        stop();
        resolve(undefined);
      };
      if (closed.aborted) this.stop();
    });
  }
}

function isTooSlow(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && reason.code === 10;
}
