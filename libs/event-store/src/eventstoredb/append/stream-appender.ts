import { StoreFailedError, StoreUnavailableError } from '../../errors';
import type { StoredEvent, StreamAppend } from '../../port';
import { kindOf, type ErrorKind } from '../client/error-kind';
import { inTime } from '../client/silence';
import type { LogPosition, RawNewEvent } from '../client/log-client';
import { NoMoreRepeatsError, type Connection } from '../connection/connection';
import { wrap, type Namespace } from '../envelope';
import type { StreamReader } from '../read/stream-reader';
import { Lease } from '../receipts/lease';
import type { Reservations, Slot } from '../receipts/reservations';
import { Semaphore } from '../semaphore';
import type { Timing } from '../timing';
import { splitBySize } from './split';

/** More in flight fill the server's queue and win nothing. */
const MOST_IN_FLIGHT = 15;

/** What is wrong where reads are answered and appends are not taken: codes of problems.ts. */
export type AppendFault = 'event-store.appends-late' | 'event-store.appends-denied';

const FAULTS: Partial<Record<ErrorKind, AppendFault>> = {
  late: 'event-store.appends-late',
  denied: 'event-store.appends-denied',
};

/**
 * `moved`: the stream is not where the index believed, or somebody else has settled the reservation. Nothing but
 * `stored` was stored.
 */
export type AppendEnding =
  | { readonly kind: 'stored'; readonly events: StoredEvent[] }
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused' | 'unknown'; readonly error: Error };

/** Sends the events of one stream to the very revisions that are reserved for them, as often as it takes. */
export class StreamAppender {
  private readonly inFlight = new Semaphore(MOST_IN_FLIGHT);
  private refusedFor: AppendFault | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly namespace: Namespace,
    private readonly reservations: Reservations,
    private readonly reader: StreamReader,
    private readonly timing: Pick<Timing, 'appendMs' | 'freshMs'>,
  ) {}

  /** Why no append gets through although the server answers; undefined once one has. */
  get fault(): AppendFault | undefined {
    return this.refusedFor;
  }

  /** The hold on what was reserved at an instant of `performance.now()`. */
  lease(entries: readonly StreamAppend[], since: number): Lease {
    const ids = entries.flatMap(({ events }) => events.map(({ id }) => id));
    return new Lease(this.reservations, ids, since, this.timing.freshMs);
  }

  /** Sends what was reserved just now. */
  async append({ entry, reached }: Slot, recordedAt: Date, lease: Lease): Promise<AppendEnding> {
    try {
      const position = await this.sendAll(entry, reached, recordedAt, lease);
      const [event] = entry.events;
      // The server tells the place of the last event only.
      if (!event || entry.events.length > 1 || !position) return await this.readBack(entry, reached);
      const place = { stream: entry.stream, revision: reached + 1n, position: position.commit };
      return { kind: 'stored', events: [{ ...event, ...place, recordedAt: recordedAt.toISOString() }] };
    } catch (error) {
      return endingOf(error);
    }
  }

  /**
   * Sends what was reserved some time ago and may have been sent: what stands there was stored first, by whomever.
   * @param reached the revision before the first of the events, -1 for a new stream
   */
  async complete(entry: StreamAppend, reached: bigint, recordedAt: Date): Promise<AppendEnding> {
    try {
      await this.sendAll(entry, reached, recordedAt, this.lease([entry], -Infinity));
      return await this.readBack(entry, reached);
    } catch (error) {
      return endingOf(error);
    }
  }

  private async sendAll(
    { stream, events }: StreamAppend,
    reached: bigint,
    recordedAt: Date,
    lease: Lease,
  ): Promise<LogPosition | undefined> {
    const ids = events.map(({ id }) => id);
    let position: LogPosition | undefined;
    let last = reached;
    for (const piece of splitBySize(events.map((event) => wrap(event, recordedAt)))) {
      position = await this.send(stream, last, piece, () => lease.holds(ids));
      last += BigInt(piece.length);
    }
    return position;
  }

  private send(
    stream: string,
    reached: bigint,
    events: readonly RawNewEvent[],
    isHeld: () => Promise<boolean>,
  ): Promise<LogPosition | undefined> {
    const name = this.namespace.nameOnServer(stream);
    const expected = reached < 0n ? 'no_stream' : reached;
    return this.connection.call((client) =>
      this.inFlight.run(async () => {
        if (!(await isHeld())) throw new NoMoreRepeatsError();
        return this.noted(inTime(client.append(name, expected, events), this.timing.appendMs));
      }),
    );
  }

  private async noted<T>(append: Promise<T>): Promise<T> {
    try {
      const answer = await append;
      this.refusedFor = undefined;
      return answer;
    } catch (error) {
      this.refusedFor = FAULTS[kindOf(error)] ?? this.refusedFor;
      throw error;
    }
  }

  private async readBack({ stream, events }: StreamAppend, reached: bigint): Promise<AppendEnding> {
    const stored = await this.reader.read(stream, reached + 1n, events.length);
    const isOurs =
      stored.length === events.length && events.every(({ id }, index) => stored[index]?.id === id);
    return isOurs ? { kind: 'stored', events: stored } : { kind: 'moved' };
  }
}

function endingOf(error: unknown): AppendEnding {
  const kind = kindOf(error);
  if (error instanceof NoMoreRepeatsError || kind === 'wrong-revision') return { kind: 'moved' };
  if (error instanceof StoreUnavailableError) return { kind: 'unknown', error };
  if (kind === 'refused') return { kind: 'refused', error: new StoreFailedError('EventStoreDB') };
  return { kind: 'unknown', error: new StoreUnavailableError(error) };
}
