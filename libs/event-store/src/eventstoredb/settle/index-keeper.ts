import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailableError } from '../../errors';
import { Backoff } from '../backoff';
import type { LogPosition, RawEvent } from '../client/log-client';
import type { Connection } from '../connection/connection';
import { unwrap, type Namespace } from '../envelope';
import type { StreamReader } from '../read/stream-reader';
import type { Receipts } from '../receipts/receipts';
import type { Reservations } from '../receipts/reservations';
import type { Timing } from '../timing';

const PAGE = 5_000;

/** Keeps the index true to the streams: they are the log, it is only what we know of them. */
export class IndexKeeper {
  /** Whether everything that stood in the log at the start has its receipt. */
  isComplete = false;
  /** Why the last try to complete it failed. */
  failure: unknown;
  private tellReady: () => void = () => undefined;
  private readonly isReady = new Promise<void>((resolve) => (this.tellReady = resolve));
  private running: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly streams: StreamReader,
    private readonly receipts: Receipts,
    private readonly reservations: Reservations,
    private readonly namespace: Namespace,
    private begins: LogPosition | 'start',
    private readonly timing: Timing,
  ) {}

  /** Nothing of ours stands before it: whatever fills the server's log up to there is read once, at the start. */
  get beginning(): LogPosition | 'start' {
    return this.begins;
  }

  /** Works until the connection is closed. */
  start(): void {
    this.running ??= this.run();
  }

  async ended(): Promise<void> {
    await this.running;
  }

  /**
   * Nothing is judged by the index before it is known to be complete, and nothing is reserved for a log that has been
   * away for long.
   */
  async ready(): Promise<void> {
    this.connection.refuseWhenHopeless();
    const patience = new AbortController();
    const signal = AbortSignal.any([patience.signal, this.connection.closed]);
    const late = pause(this.timing.patienceMs, undefined, { signal }).then(
      () => Promise.reject(new StoreUnavailableError()),
      () => Promise.reject(new StoreUnavailableError()),
    );
    try {
      await Promise.race([this.isReady, late]);
    } finally {
      patience.abort();
      late.catch(() => undefined);
    }
  }

  /** Gives receipts to everything in a stream that has none; tells whether there was anything. */
  async heal(stream: string): Promise<boolean> {
    const last = (await this.receipts.lastRevision(stream)) ?? -1n;
    let found = false;
    for await (const page of this.streams.pages(stream, last + 1n)) {
      await this.note(page);
      found = true;
    }
    return found;
  }

  /** Settles reservations that ran out: confirmed by what stands in the stream, else ended. */
  async settleExpired(streams: readonly string[] | null = null): Promise<void> {
    const before = await this.reservations.databaseTime();
    const open = await this.reservations.openStreams({ expired: true }, streams);
    await Promise.all(open.map((stream) => this.heal(stream)));
    if (open.length > 0) await this.reservations.releaseExpired(open, before);
  }

  private async run(): Promise<void> {
    const backoff = new Backoff(this.timing);
    while (!this.connection.closed.aborted && !(await this.succeeds(() => this.completeIndex()))) {
      await backoff.wait(this.connection.closed);
    }
    this.isComplete = true;
    this.tellReady();
    while (!this.connection.closed.aborted) {
      const signal = this.connection.closed;
      await pause(this.timing.settleMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.succeeds(() => this.settleExpired());
    }
  }

  /** At the start: what was on its way when a process died, and whatever the index has missed. */
  private async completeIndex(): Promise<void> {
    const open = await this.reservations.openStreams({ expired: false });
    await Promise.all(open.map((stream) => this.heal(stream)));
    await this.catchUp();
    await this.settleExpired();
  }

  /** From the last receipt to the end of the log: all of it for an index that was lost. */
  private async catchUp(): Promise<void> {
    const head = await this.receipts.head();
    let from = head === 0n ? this.begins : { commit: head, prepare: head };
    for (;;) {
      const range = { from, count: PAGE };
      const page = await this.streams.call((client) => client.readAll(range));
      await this.note(page.filter(({ stream }) => this.namespace.ourName(stream) !== null));
      from = page.at(-1)?.position ?? from;
      if (page.length < PAGE) break;
    }
    // Everything up to here has its receipt by now: the first of them is the beginning, or this is.
    const first = await this.receipts.firstPosition();
    this.begins = first === null ? from : { commit: first, prepare: first };
  }

  private async note(page: readonly RawEvent[]): Promise<void> {
    await this.receipts.confirm(page.flatMap((raw) => unwrap(raw, this.namespace) ?? []));
    const named = page.map((raw) => ({ ...raw, stream: this.namespace.ourName(raw.stream) ?? raw.stream }));
    await this.receipts.noteForeign(named);
  }

  /** What fails is tried again. */
  private async succeeds(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.failure = error;
      return false;
    }
  }
}
