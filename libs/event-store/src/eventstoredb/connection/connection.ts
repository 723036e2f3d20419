import { setMaxListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreClosedError, StoreUnavailableError } from '../../errors';
import { Backoff } from '../backoff';
import { kindOf, type ErrorKind } from '../client/error-kind';
import type { LogClient } from '../client/log-client';
import { inTime, SilenceError } from '../client/silence';
import type { ClientShare } from '../client/one-client';
import type { Timing } from '../timing';
import type { Way } from './diagnosis';
import { Probe } from './probe';
import type { Standing } from './standing';

/** A try after which a new leader is no longer asked at once. */
const MANY_LEADERS = 3;

/** What only a server that is well can say. */
const ANSWERS: ReadonlySet<ErrorKind> = new Set(['wrong-revision', 'refused', 'late']);

/** How a call has fared so far. */
interface Attempts {
  readonly until: number;
  readonly backoff: Backoff;
  begun: number;
  tries: number;
  silences: number;
}

/** Thrown by the work of a call that may not be sent, or sent again, any more. Whether it was stored is unknown. */
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
    way: Way,
    private readonly timing: Timing,
  ) {
    // Every call that waits listens for the end: a hundred listeners are no leak.
    setMaxListeners(0, this.closing.signal);
    this.probe = new Probe(share, way, timing, this.closing.signal);
  }

  get closed(): AbortSignal {
    return this.closing.signal;
  }

  get client(): LogClient {
    return this.share.client;
  }

  /**
   * @throws what the client throws where that is an answer: a wrong revision, or a refusal
   * @throws StoreUnavailableError when patience is over: the outcome is unknown
   */
  async call<T>(work: (client: LogClient) => Promise<T>): Promise<T> {
    const attempts: Attempts = {
      until: performance.now() + this.timing.patienceMs,
      backoff: new Backoff(this.timing),
      begun: 0,
      tries: 0,
      silences: 0,
    };
    for (;;) {
      const { client } = this.share;
      attempts.begun = performance.now();
      attempts.tries++;
      try {
        this.refuseWhenHopeless();
        const answer = await work(client);
        this.probe.heard();
        return answer;
      } catch (error) {
        await this.beforeNext(error, client, attempts);
      }
    }
  }

  /** Looks whether the server answers within this time. */
  async check(limitMs: number): Promise<Standing> {
    const silent: Standing = { isUp: false, fault: 'event-store.silent' };
    return inTime(this.probe.once(), limitMs).catch(() => {
      return this.probe.standing.isUp ? silent : this.probe.standing;
    });
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.probe.ended();
    await this.share.release();
  }

  private async beforeNext(error: unknown, client: LogClient, attempts: Attempts): Promise<void> {
    const kind = kindOf(error);
    if (error instanceof StoreUnavailableError || error instanceof NoMoreRepeatsError) throw error;
    if (ANSWERS.has(kind)) this.probe.heard();
    if (kind === 'wrong-revision' || kind === 'refused') throw error;
    if (this.closed.aborted || performance.now() > attempts.until) throw new StoreUnavailableError(error);
    if (kind === 'not-leader' && attempts.tries <= MANY_LEADERS) {
      // The client turns to the new leader in the next turn of the event loop.
      await nextTurn();
    } else if (kind === 'busy' || kind === 'not-leader' || kind === 'late') {
      await attempts.backoff.wait(this.closed);
    } else {
      await this.probe.untilHeard(error, attempts.begun, attempts.until);
      const isOver = performance.now() > attempts.until;
      if (isOver && this.probe.awayMs > 0) throw new StoreUnavailableError(error);
      await this.replaceIfDeaf(error, client, attempts);
      // Who may read and not append would be refused as fast as it can ask.
      if (kind === 'denied') await attempts.backoff.wait(this.closed);
    }
  }

  /**
   * An append that was sent twice in vain to a server which answers reads: its stream was closed in order, and the
   * client, which does not notice, would write into it for ever.
   */
  private async replaceIfDeaf(error: unknown, client: LogClient, attempts: Attempts): Promise<void> {
    if (!(error instanceof SilenceError) || error.what !== 'append') return;
    if (++attempts.silences % 2 === 0) await this.share.replace(client);
  }

  /** Who comes when the log has been away for long is told at once. */
  refuseWhenHopeless(): void {
    if (this.closed.aborted) throw new StoreClosedError();
    if (this.probe.awayMs > this.timing.patienceMs) throw new StoreUnavailableError();
  }
}
