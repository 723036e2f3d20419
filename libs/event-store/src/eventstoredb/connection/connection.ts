import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreClosedError, StoreUnavailableError } from '../../errors';
import { Backoff } from '../backoff';
import { kindOf } from '../client/error-kind';
import type { LogClient } from '../client/log-client';
import { inTime } from '../client/silence';
import type { ClientShare } from '../client/one-client';
import type { Timing } from '../timing';
import { Probe } from './probe';
import type { Standing } from './standing';

/** A try after which a new leader is no longer asked at once. */
const MANY_LEADERS = 3;

/** Asked before a call is repeated; false where somebody else has settled it meanwhile. */
export type MayRepeat = () => Promise<boolean>;

/** The call may not be repeated any more. Whether it was stored is unknown. */
export class NoMoreRepeatsError extends Error {}

/**
 * Calls to the server, repeated until they are answered: every append bears its ids and its revision, so that sending
 * it again is the same append. While nothing at all is heard, one probe asks for all who wait.
 */
export class Connection {
  private readonly closing = new AbortController();
  private readonly probe: Probe;

  constructor(
    private readonly share: ClientShare,
    private readonly timing: Timing,
    observe: (standing: Standing) => void = () => undefined,
  ) {
    this.probe = new Probe(share, timing, this.closing.signal, observe);
  }

  get closed(): AbortSignal {
    return this.closing.signal;
  }

  get standing(): Standing {
    return this.probe.standing;
  }

  get client(): LogClient {
    return this.share.client;
  }

  /**
   * @throws what the client throws where that is an answer: a wrong revision, or a refusal
   * @throws StoreUnavailableError when patience is over: the outcome is unknown
   */
  async call<T>(
    work: (client: LogClient) => Promise<T>,
    mayRepeat: MayRepeat = () => Promise.resolve(true),
  ): Promise<T> {
    const until = performance.now() + this.timing.patienceMs;
    const backoff = new Backoff(this.timing);
    for (let tries = 1; ; tries++) {
      const begun = performance.now();
      try {
        this.refuseWhenHopeless();
        const answer = await work(this.share.client);
        this.probe.heard();
        return answer;
      } catch (error) {
        await this.beforeNext(error, { begun, until, tries, backoff });
        if (!(await mayRepeat())) throw new NoMoreRepeatsError();
      }
    }
  }

  /** Looks whether the server answers within this time. */
  async check(limitMs: number): Promise<Standing> {
    const silent: Standing = { state: 'away', reason: 'it does not answer' };
    return inTime(this.probe.once(), limitMs).catch(() => silent);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.probe.ended();
    await this.share.release();
  }

  private async beforeNext(
    error: unknown,
    { begun, until, tries, backoff }: { begun: number; until: number; tries: number; backoff: Backoff },
  ): Promise<void> {
    const kind = kindOf(error);
    if (error instanceof StoreUnavailableError) throw error;
    if (kind === 'wrong-revision' || kind === 'refused') {
      this.probe.heard();
      throw error;
    }
    if (this.closed.aborted || performance.now() > until) throw new StoreUnavailableError(error);
    if (kind === 'not-leader' && tries <= MANY_LEADERS) {
      // The client turns to the new leader in the next turn of the event loop.
      await nextTurn();
    } else if (kind === 'busy' || kind === 'not-leader') {
      await backoff.wait(this.closed);
    } else {
      await this.probe.untilHeard(error, begun, until);
    }
  }

  /** Who comes when the log has been away for long is told at once. */
  private refuseWhenHopeless(): void {
    if (this.closed.aborted) throw new StoreClosedError();
    if (this.probe.awayMs > this.timing.patienceMs) throw new StoreUnavailableError();
  }
}
