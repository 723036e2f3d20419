import { setTimeout as pause } from 'node:timers/promises';
import { Backoff } from '../backoff';
import { kindOf } from '../client/error-kind';
import type { ClientShare } from '../client/one-client';
import { inTime } from '../client/silence';
import type { Timing } from '../timing';
import { standingAfter, UP, type Standing } from './standing';

/**
 * Knows whether the server answers. When a call was lost, one small read is tried again and again for all who wait:
 * sending everything once more into a silent connection would only fill it.
 */
export class Probe {
  private current: Standing = UP;
  private lastHeard = performance.now();
  private awaySince: number | undefined;
  private probing: Promise<void> | undefined;
  private looking: Promise<Standing> | undefined;

  constructor(
    private readonly share: ClientShare,
    private readonly timing: Timing,
    private readonly closed: AbortSignal,
    private readonly observe: (standing: Standing) => void,
  ) {}

  get standing(): Standing {
    return this.current;
  }

  /** For how long nothing has been heard, once something was missed. */
  get awayMs(): number {
    return this.awaySince === undefined ? 0 : performance.now() - this.awaySince;
  }

  heard(): void {
    this.lastHeard = performance.now();
    this.awaySince = undefined;
    this.change(UP);
  }

  /** Resolves when the server answers, or at the end of the patience, or when closed. */
  async untilHeard(error: unknown, begun: number, until: number): Promise<void> {
    // Others have been answered since: the call was lost, not the connection.
    if (this.lastHeard > begun) return;
    this.missed(error);
    this.probing ??= this.run(error).finally(() => (this.probing = undefined));
    const patience = new AbortController();
    const signal = AbortSignal.any([patience.signal, this.closed]);
    const end = pause(Math.max(0, until - performance.now()), undefined, { signal }).catch(() => undefined);
    await Promise.race([this.probing, end]);
    patience.abort();
  }

  /** One look, with an answer in any case. Who asks meanwhile shares it: each look at a mute server stays open. */
  once(): Promise<Standing> {
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async look(): Promise<Standing> {
    const { client } = this.share;
    try {
      // A read of our own, so that it is answered even while appends have to wait for their turn.
      await inTime(client.readAll({ from: 'end', backwards: true, count: 1 }), this.timing.silenceMs);
      this.heard();
    } catch (error) {
      const kind = kindOf(error);
      this.missed(error);
      if (kind === 'spoilt' || kind === 'misconfigured') await this.share.replace(client);
    }
    return this.current;
  }

  /** The probe that is under way has come to its end. */
  async ended(): Promise<void> {
    await this.probing;
  }

  private async run(first: unknown): Promise<void> {
    const { client } = this.share;
    if (kindOf(first) === 'spoilt') await this.share.replace(client);
    const backoff = new Backoff(this.timing);
    while (!this.closed.aborted) {
      await backoff.wait(this.closed);
      if ((await this.once()).state === 'up') return;
    }
  }

  private missed(error: unknown): void {
    this.awaySince ??= performance.now();
    this.change(standingAfter(error, kindOf(error)));
  }

  private change(standing: Standing): void {
    const { state } = this.current;
    this.current = standing;
    // Reasons alternate while a cluster elects its leader: that is one absence, told once.
    if (standing.state !== state) this.observe(standing);
  }
}
