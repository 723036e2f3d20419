import type { StreamAppend } from '@lueckenlos/event-store';

/** An event store on PostgreSQL, used as its makers mean it to be used. */
export interface Peer {
  readonly name: string;
  /** Stores events behind those that their stream has; durable when it resolves. */
  append(append: StreamAppend): Promise<void>;
  /** Stores what came in together, about many streams. */
  deliver(delivery: readonly StreamAppend[]): Promise<void>;
  /** How many events are stored. */
  count(): Promise<number>;
  close(): Promise<void>;
}
