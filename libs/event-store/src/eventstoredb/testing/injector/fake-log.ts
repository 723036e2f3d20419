/** An event as the fake node keeps it: bytes, like the real one. */
export interface FakeEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type FakeNewEvent = Omit<FakeEvent, 'stream' | 'revision' | 'position'>;

/** `any` has no place here: the adapter never sends it. */
export interface FakeAppend {
  readonly stream: string;
  /** -1 for no stream. */
  readonly expected: bigint;
  readonly events: readonly FakeNewEvent[];
}

export type FakeVerdict =
  { readonly position: bigint; readonly revision: bigint } | { readonly actual: bigint };

const FIRST_POSITION = 1_137n;
const RECORD_BYTES = 163n;

/**
 * Streams in memory that behave as was measured on real nodes: exact revisions; a run of ids that stands at these very
 * revisions already succeeds with its old place; ids are not unique otherwise.
 */
export class FakeLog {
  readonly all: FakeEvent[] = [];
  /** Told of each event that is stored. */
  readonly listeners = new Set<(event: FakeEvent) => void>();
  private readonly streams = new Map<string, FakeEvent[]>();
  private next = FIRST_POSITION;

  stream(name: string): readonly FakeEvent[] | undefined {
    return this.streams.get(name);
  }

  knows(position: bigint): boolean {
    return this.all.some((event) => event.position === position);
  }

  append({ stream, expected, events }: FakeAppend): FakeVerdict {
    const stored = this.streams.get(stream) ?? [];
    const actual = BigInt(stored.length) - 1n;
    const first = Number(expected + 1n);
    const there = stored.slice(first, first + events.length);
    if (there.length === events.length && events.every(({ id }, index) => there[index]?.id === id)) {
      return placeOf(there);
    }
    if (expected !== actual) return { actual };
    return placeOf(events.map((event) => this.add(stream, event)));
  }

  /** Writes past the adapter. */
  write(stream: string, event: Partial<FakeNewEvent> & Pick<FakeNewEvent, 'type'>): void {
    const empty = new TextEncoder().encode('{}');
    const id = crypto.randomUUID();
    this.add(stream, { id, contentType: 'application/json', data: empty, metadata: empty, ...event });
  }

  private add(stream: string, event: FakeNewEvent): FakeEvent {
    const events = this.streams.get(stream) ?? [];
    const stored = { ...event, stream, revision: BigInt(events.length), position: this.next };
    this.next += RECORD_BYTES + BigInt(event.data.length + event.metadata.length);
    this.streams.set(stream, [...events, stored]);
    this.all.push(stored);
    this.listeners.forEach((tell) => tell(stored));
    return stored;
  }
}

function placeOf(events: readonly FakeEvent[]): FakeVerdict {
  const last = events.at(-1);
  return { position: last?.position ?? 0n, revision: last?.revision ?? 0n };
}
