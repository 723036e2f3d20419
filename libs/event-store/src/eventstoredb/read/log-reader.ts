import { contains } from '../../memory/contains';
import type { Place } from '../../append/places';
import type { EventPattern, Position, StoredEvent } from '../../port';
import type { LogPosition } from '../client/log-client';
import { unwrap, type Namespace } from '../envelope';
import type { Receipts, StreamPart } from '../receipts/receipts';
import type { StreamReader } from './stream-reader';

const MOST_A_PAGE = 10_000;
/** Some more than are wanted, because events of others come between. */
const SPARE = 64;

/** The reads of the port: the index says where events stand, the streams what they say. */
export class LogReader {
  constructor(
    private readonly streams: StreamReader,
    private readonly receipts: Receipts,
    private readonly namespace: Namespace,
    private readonly beginning: () => LogPosition | 'start',
  ) {}

  async readStreams(
    streams: readonly string[],
    patterns: readonly EventPattern[] | undefined,
  ): Promise<StoredEvent[]> {
    const types = patterns?.map(({ type }) => type) ?? null;
    const parts = await this.receipts.findInStreams([...new Set(streams)], types);
    const events = await this.readParts(parts);
    return patterns ? events.filter((event) => patterns.some((pattern) => fits(event, pattern))) : events;
  }

  async findByIds(ids: readonly string[]): Promise<StoredEvent[]> {
    return this.load(await this.receipts.findPlaces(ids));
  }

  async listBySource(source: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.load(await this.receipts.listBySource(source, after, limit));
  }

  async readCategory(category: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.load(await this.receipts.listCategory(category, after, limit));
  }

  /** The log itself: what stands there counts, whether it has a receipt yet or not. */
  async readAll(after: Position, limit: number): Promise<StoredEvent[]> {
    const known = await this.receipts.positionUpTo(after);
    let from = known === null ? this.beginning() : { commit: known, prepare: known };
    const events: StoredEvent[] = [];
    for (;;) {
      const count = Math.min(limit - events.length + SPARE, MOST_A_PAGE);
      const page = await this.streams.call((client) => client.readAll({ from, count }));
      const last = events.at(-1)?.position ?? after;
      const ours = page.flatMap((raw) => unwrap(raw, this.namespace) ?? []);
      events.push(...ours.filter(({ position }) => position > last));
      const end = page.at(-1)?.position;
      if (page.length < count || events.length >= limit || !end) return events.slice(0, limit);
      from = end;
    }
  }

  /** The events at these places, in their order. */
  private async load(places: readonly Place[]): Promise<StoredEvent[]> {
    const parts = new Map<string, StreamPart>();
    for (const { stream, revision } of places) {
      const { first, last } = parts.get(stream) ?? { first: revision, last: revision };
      parts.set(stream, {
        stream,
        first: revision < first ? revision : first,
        last: revision > last ? revision : last,
      });
    }
    const events = await this.readParts([...parts.values()]);
    const byId = new Map(events.map((event) => [event.id, event]));
    return places.flatMap(({ id }) => byId.get(id) ?? []);
  }

  private async readParts(parts: readonly StreamPart[]): Promise<StoredEvent[]> {
    const read = parts.map(({ stream, first, last }) =>
      this.streams.read(stream, first, Number(last - first) + 1),
    );
    return (await Promise.all(read)).flat();
  }
}

function fits(event: StoredEvent, { type, data = {} }: EventPattern): boolean {
  return type === event.type && contains(event.data, data);
}
