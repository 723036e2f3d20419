import type { Pool } from 'pg';
import type { Position } from '../../port';
import { Waiters } from '../../wake/waiters';
import { HeadListener } from './head-listener';

/**
 * Wakes those who wait for the log to grow. The truth is the head, asked at intervals while somebody waits and
 * once more whenever the listener has (re)connected; a notification only makes it faster.
 */
export class HeadWatch {
  private readonly waiters = new Waiters();
  private readonly listener: HeadListener;
  private polling: NodeJS.Timeout | undefined;
  private closed = false;
  private looking = false;
  private unseen = false;

  constructor(
    pool: Pool,
    private readonly readHead: () => Promise<Position>,
    private readonly pollMs: number,
  ) {
    this.listener = new HeadListener(pool, (head) => this.waiters.wake(head));
  }

  async wait(position: Position, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    if (this.closed) {
      return;
    }
    // Waits first and looks then, so that no append slips in between.
    const woken = this.waiters.wait(position, timeoutMs, signal);
    this.polling ??= setInterval(() => void this.look(), this.pollMs);
    void this.look();
    await woken;
    this.rest();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.waiters.releaseAll();
    this.rest();
    await this.listener.stop();
  }

  /** One look at a time: who asks meanwhile gets one more afterwards, because this one may be too early. */
  private async look(): Promise<void> {
    this.unseen = true;
    if (this.looking) {
      return;
    }
    this.looking = true;
    while (this.unseen && this.waiters.size > 0 && !this.closed) {
      this.unseen = false;
      await this.lookOnce();
    }
    this.looking = false;
  }

  private async lookOnce(): Promise<void> {
    try {
      this.waiters.wake(await this.readHead());
      this.unseen ||= this.waiters.size > 0 && !this.closed && (await this.listener.start());
    } catch {
      // The database is away. Whoever waits finds out when it reads; the next look may succeed.
    }
  }

  private rest(): void {
    if (this.waiters.size === 0) {
      clearInterval(this.polling);
      this.polling = undefined;
    }
  }
}
