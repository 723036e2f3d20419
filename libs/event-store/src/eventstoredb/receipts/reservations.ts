import { plainArray, textArray } from '@lueckenlos/platform';
import { randomUUID } from 'node:crypto';
import type { ExpectedRevision, StreamAppend } from '../../port';
import type { Call } from '../../postgresql/append/call';
import type { Database } from '../../postgresql/database';
import { queries } from './queries';

/** How a stream of a call stands; the names explain themselves in migrations/07-reserve.sql. */
export type Standing = 'known' | 'busy' | 'conflict' | 'revision' | 'free';

/** One stream of a call, and what the index says of it. */
export interface Slot {
  readonly entry: StreamAppend;
  readonly standing: Standing;
  /** Of the stream's last event, -1 before the first. */
  readonly reached: bigint;
}

interface VerdictRow {
  readonly verdict: Standing;
  readonly reached: string;
}

/** Events on their way, kept in PostgreSQL so that they survive whoever sent them. Each store is an owner of its own. */
export class Reservations {
  private readonly owner = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly leaseMs: number,
  ) {}

  /** The slots of each call. All its free ones are reserved if each of its slots is free or known. */
  async reserve(calls: readonly Call[]): Promise<Slot[][]> {
    const rows = await this.database.read<VerdictRow>(queries.reserve, [
      this.owner,
      this.leaseMs,
      ...encode(calls),
    ]);
    const verdicts = rows.values();
    return calls.map(({ streams }) =>
      streams.map((entry) => {
        const { verdict, reached } = verdicts.next().value ?? { verdict: 'busy', reached: '-1' };
        return { entry, standing: verdict, reached: BigInt(reached) };
      }),
    );
  }

  /** Which of them are still ours, for another while. */
  async prolong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const values = [this.owner, plainArray(ids), this.leaseMs];
    const rows = await this.database.read<{ id: string }>(queries.prolong, values);
    return new Set(rows.map(({ id }) => id));
  }

  async release(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.database.read(queries.release, [this.owner, ids]);
  }

  /** Takes over what somebody has reserved for the same events; answers the revision before the first of them. */
  async adopt({ stream, events }: StreamAppend): Promise<bigint | null> {
    const ids = events.map(({ id }) => id);
    const values = [this.owner, stream, ids, this.leaseMs];
    const rows = await this.database.read<{ revision: string }>(queries.adopt, values);
    const revisions = rows.map(({ revision }) => BigInt(revision));
    return revisions.length > 0 ? revisions.reduce((a, b) => (a < b ? a : b)) - 1n : null;
  }

  /** Streams with events on their way, of these or of all; only those of which nobody has heard for long, or all. */
  async openStreams(
    { expired }: { readonly expired: boolean },
    streams: readonly string[] | null = null,
  ): Promise<string[]> {
    const rows = await this.database.read<{ stream: string }>(queries.openStreams, [streams, expired]);
    return rows.map(({ stream }) => stream);
  }

  async databaseTime(): Promise<string> {
    const [row] = await this.database.read<{ now: string }>(queries.databaseTime, []);
    return row?.now ?? '-infinity';
  }

  /** Ends what had run out at an instant and has no receipt. */
  async releaseExpired(streams: readonly string[], before: string): Promise<void> {
    await this.database.read(queries.releaseExpired, [streams, before]);
  }
}

function encode(calls: readonly Call[]): string[] {
  const entries = calls.flatMap(({ streams }, call) =>
    streams.map((entry) => ({ call: call + 1, ...entry })),
  );
  const events = entries.flatMap((entry) => entry.events);
  return [
    plainArray(entries.map(({ call }) => call)),
    textArray(entries.map(({ stream }) => stream)),
    plainArray(entries.map(({ expected }) => encodeExpected(expected))),
    plainArray(entries.map((entry) => entry.events.length)),
    plainArray(entries.flatMap((entry, slot) => entry.events.map(() => slot + 1))),
    plainArray(entries.flatMap((entry) => entry.events.map((_event, place) => place + 1))),
    plainArray(events.map(({ id }) => id)),
    textArray(events.map(({ source }) => source)),
  ];
}

/** -1 for no stream and -2 for any, because no revision is negative. */
function encodeExpected(expected: ExpectedRevision): bigint {
  return expected === 'any' ? -2n : expected === 'noStream' ? -1n : expected;
}
