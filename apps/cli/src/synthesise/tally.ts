import type { SyntheticEvent } from '@lueckenlos/krefeld';

/** Telling every event would cost more than making it. */
const TELL_EVERY = 1_000;

/** Counts events on their way through. */
export class Tally {
  events = 0;
  /** Events by kind, such as `stage-reached`. */
  readonly kinds = new Map<string, number>();

  constructor(private readonly tell: (events: number) => void) {}

  *count(events: Iterable<SyntheticEvent>): Generator<SyntheticEvent, void, undefined> {
    for (const event of events) {
      const kind = event.type.slice('lueckenlos.'.length, -'.v1'.length);
      this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
      if (++this.events % TELL_EVERY === 0) this.tell(this.events);
      yield event;
    }
    this.tell(this.events);
  }
}
