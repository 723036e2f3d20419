import type { StoredEvent } from '../../port';
import type { LogClient, RawEvent } from '../client/log-client';
import type { Connection } from '../connection/connection';
import { unwrap, type Namespace } from '../envelope';
import { Semaphore } from '../semaphore';

/** A client with about a hundred calls open hangs. */
const MOST_IN_FLIGHT = 32;

/** Enough for nearly every stream; longer ones come in several pages. */
const PAGE = 500;

/** Reads streams from the leader, so that everybody sees what they have written. */
export class StreamReader {
  private readonly inFlight = new Semaphore(MOST_IN_FLIGHT);

  constructor(
    private readonly connection: Connection,
    private readonly namespace: Namespace,
  ) {}

  /** Our events of a stream from a revision on. */
  async read(stream: string, from: bigint, limit = Infinity): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const page of this.pages(stream, from)) {
      events.push(...page.flatMap((raw) => unwrap(raw, this.namespace) ?? []));
      if (events.length >= limit) break;
    }
    return events.length > limit ? events.slice(0, limit) : events;
  }

  /** Everything that stands in a stream of ours, whoever wrote it, page by page. */
  async *pages(stream: string, from: bigint): AsyncGenerator<RawEvent[], void, undefined> {
    const name = this.namespace.nameOnServer(stream);
    for (let next = from; ;) {
      const range = { from: next, count: PAGE };
      const page = await this.call((client) => client.readStream(name, range));
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      next = last.revision + 1n;
    }
  }

  call<T>(work: (client: LogClient) => Promise<T>): Promise<T> {
    return this.inFlight.run(() => this.connection.call(work));
  }
}
