import { answerRepeat } from '../../append/places';
import type { Place } from '../../append/places';
import type { AppendedEvent, StoredEvent } from '../../port';
import type { Call, Outcome } from '../../postgresql/append/call';

/** A call on its way, and what of it is in the log by now. */
export class Delivery {
  private readonly stored = new Map<string, Place>();
  outcome: Outcome | undefined;

  constructor(readonly call: Call) {}

  get ids(): string[] {
    return this.call.streams.flatMap(({ events }) => events.map(({ id }) => id));
  }

  add(events: readonly StoredEvent[]): void {
    for (const { id, stream, revision, position, recordedAt } of events) {
      this.stored.set(id, { id, stream, revision, position, recordedAt });
    }
  }

  /** Its events that this call has stored. */
  get appended(): AppendedEvent[] {
    return [...this.stored.values()].map((place) => ({ ...place, stored: true }));
  }

  /** Its events that are in the log, but not through this call. */
  get repeated(): string[] {
    return this.ids.filter((id) => !this.stored.has(id));
  }

  /** The answer once everything is in the log. */
  answer(repeated: readonly Place[]): AppendedEvent[] {
    const places = new Map([...repeated.map((place) => [place.id, place] as const), ...this.stored]);
    return answerRepeat(this.call.streams, (id) => places.get(id)).map((event) => ({
      ...event,
      stored: this.stored.has(event.id),
    }));
  }
}
