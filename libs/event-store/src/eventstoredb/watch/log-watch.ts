import type { Position } from '../../port';
import { Waiters } from '../../wake/waiters';
import type { RawEvent } from '../client/log-client';
import type { Connection } from '../connection/connection';
import { unwrap, type Namespace } from '../envelope';
import type { Timing } from '../timing';
import { LiveFeed } from './live-feed';

/**
 * Wakes those who wait for the log to grow. The feed is fast and may be cut at any time; the head, asked at intervals
 * while somebody waits, is sure.
 */
export class LogWatch {
  private readonly waiters = new Waiters();
  private readonly feed: LiveFeed;
  private polling: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly namespace: Namespace,
    private readonly readHead: () => Promise<Position>,
    private readonly timing: Timing,
  ) {
    this.feed = new LiveFeed(connection, namespace, timing, {
      event: (raw) => this.hear(raw),
      listening: () => void this.look(),
    });
    connection.closed.addEventListener('abort', () => this.waiters.releaseAll(), { once: true });
  }

  async wait(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    if (this.connection.closed.aborted) return;
    // Waits first and looks then, so that no append slips in between.
    const woken = this.waiters.wait(position, timeoutMs, signal);
    this.feed.start();
    this.polling ??= setInterval(() => void this.look(), this.timing.pollMs);
    void this.look();
    await woken;
    if (this.waiters.size === 0) this.rest();
  }

  async close(): Promise<void> {
    this.waiters.releaseAll();
    this.rest();
    await this.feed.ended();
  }

  private hear(raw: RawEvent): void {
    const event = unwrap(raw, this.namespace);
    if (event) this.waiters.wake(event.position);
  }

  private async look(): Promise<void> {
    try {
      this.waiters.wake(await this.readHead());
    } catch {
      // Away. Whoever waits finds out when it reads; the next look may succeed.
    }
  }

  private rest(): void {
    clearInterval(this.polling);
    this.polling = undefined;
  }
}
