import { setTimeout as pause } from 'node:timers/promises';
import { Backoff } from '../backoff';
import { kindOf } from '../client/error-kind';
import type { LogClient } from '../client/log-client';
import type { ClientShare } from '../client/one-client';
import { inTime } from '../client/silence';
import type { Timing } from '../timing';
import { diagnose, type Way } from './diagnosis';
import { isBehindConnection, needsNewClient, type NodeFault } from './node-fault';
import { faultInAnswer, UP, type Standing } from './standing';

/** How long a read may be silent before we look ourselves whether the nodes can be connected to. */
const DOUBT_MS = 500;
const DIAGNOSIS_MS = 1_000;

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
    private readonly way: Way,
    private readonly timing: Timing,
    private readonly closed: AbortSignal,
  ) {}

  /** As far as is known by now. */
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
    this.current = UP;
  }

  /** Resolves when the server answers, or at the end of the patience, or when closed. */
  async untilHeard(error: unknown, begun: number, until: number): Promise<void> {
    // Others have been answered since: the call was lost, not the connection.
    if (this.lastHeard > begun) return;
    this.missed();
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
    const settled = new AbortController();
    const before = this.current;
    try {
      const fault = await Promise.race([this.read(client), this.doubt(settled.signal)]);
      if (fault) await this.miss(fault, before, client);
      else this.heard();
    } catch (error) {
      const fault = faultInAnswer(error) ?? (await diagnose(this.way, DIAGNOSIS_MS));
      await this.miss(fault, before, client, kindOf(error) === 'spoilt');
    } finally {
      settled.abort();
    }
    return this.current;
  }

  /** A read of our own, so that it is answered even while appends have to wait for their turn. */
  private async read(client: LogClient): Promise<undefined> {
    await inTime(client.readAll({ from: 'end', backwards: true, count: 1 }), this.timing.silenceMs);
  }

  /** A read that nobody answers need not be waited for to its end where the nodes cannot be connected to. */
  private async doubt(settled: AbortSignal): Promise<NodeFault> {
    const never = new Promise<never>(() => undefined);
    await pause(DOUBT_MS, undefined, { signal: settled }).catch(() => never);
    const fault = await diagnose(this.way, DIAGNOSIS_MS);
    if (!isBehindConnection(fault)) return fault;
    // Only if the look is not over by then.
    if (!settled.aborted) this.current = { isUp: false, fault };
    return never;
  }

  private async miss(fault: NodeFault, before: Standing, client: LogClient, isSpoilt = false): Promise<void> {
    this.missed();
    this.current = { isUp: false, fault };
    const wasMended = !before.isUp && needsNewClient(before.fault);
    if (isSpoilt || wasMended || needsNewClient(fault)) await this.share.replace(client);
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
      if ((await this.once()).isUp) return;
    }
  }

  private missed(): void {
    this.awaySince ??= performance.now();
  }
}
