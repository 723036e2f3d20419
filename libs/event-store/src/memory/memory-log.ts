import { answerRepeat, answerStored, conflictOf } from '../append/places';
import type { AppendedEvent, NewEvent, Position, StoredEvent, StreamAppend } from '../port';

/** What several stores in memory share, as several processes share a database. Append is one step: atomic. */
export class MemoryLog {
  readonly events: StoredEvent[] = [];
  readonly streams = new Map<string, StoredEvent[]>();
  readonly byId = new Map<string, StoredEvent>();
  /** Told the new head after each append. */
  readonly listeners = new Set<(head: Position) => void>();

  append(streams: readonly StreamAppend[], recordedAt: Date): AppendedEvent[] {
    const known = streams.some(({ events }) => events.some(({ id }) => this.byId.has(id)));
    if (known) {
      return answerRepeat(streams, (id) => this.byId.get(id));
    }
    const revisions = streams.map(({ stream }) => BigInt(this.streams.get(stream)?.length ?? 0) - 1n);
    const conflict = conflictOf(streams, revisions);
    if (conflict) {
      throw conflict;
    }
    return this.store(streams, answerStored(streams, revisions, BigInt(this.events.length), recordedAt));
  }

  private store(streams: readonly StreamAppend[], places: AppendedEvent[]): AppendedEvent[] {
    const copies = streams.flatMap(({ events }) => events.map(copyOf));
    copies.forEach((event, index) => {
      const { stream, revision, position, recordedAt } = places[index]!;
      this.add(deepFreeze({ ...event, stream, revision, position, recordedAt }));
    });
    this.listeners.forEach((tell) => tell(BigInt(this.events.length)));
    return places;
  }

  private add(event: StoredEvent): void {
    this.events.push(event);
    this.byId.set(event.id, event);
    const stream = this.streams.get(event.stream);
    if (stream) {
      stream.push(event);
    } else {
      this.streams.set(event.stream, [event]);
    }
  }
}

/** As it would come back from a database, so that a writer who changes its object later changes nothing here. */
function copyOf({ id, type, schemaVersion, source, data, metadata }: NewEvent): NewEvent {
  const json = JSON.parse(JSON.stringify({ data, metadata })) as Pick<NewEvent, 'data' | 'metadata'>;
  return { id, type, schemaVersion, source, ...json };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
