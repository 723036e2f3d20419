import { plainArray, textArray } from '@lueckenlos/platform';
import type { EventPattern, Position, StoredEvent } from '../port';
import { AskedTogether } from './asked-together';
import type { Database } from './database';
import { queries } from './queries';
import { toEvent, type EventRow, type HeadRow, type RevisionRow } from './rows';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** About so few ids or streams, as single posts ask, questions are asked together. */
const FEW = 16;

/** The reads of the port, one statement each; what single posts ask at the same time goes in one. */
export class PostgresReader {
  private readonly byIds = new AskedTogether(
    (ids) => this.selectByIds(ids),
    ({ id }) => id,
  );
  /** By patterns: those who ask for the same hand over the same list. */
  private readonly matching = new WeakMap<readonly EventPattern[], AskedTogether>();

  constructor(private readonly database: Database) {}

  readStream(stream: string, from: bigint, limit: number | undefined): Promise<StoredEvent[]> {
    return this.select(queries.readStream, [stream, String(from), limit ?? null]);
  }

  readStreams(
    streams: readonly string[],
    patterns: readonly EventPattern[] | undefined,
  ): Promise<StoredEvent[]> {
    if (patterns === undefined) {
      return this.select(queries.readStreams, [textArray(streams)]);
    }
    if (streams.length > FEW) return this.selectMatching(streams, patterns);
    let together = this.matching.get(patterns);
    if (!together) {
      together = new AskedTogether(
        (all) => this.selectMatching(all, patterns),
        ({ stream }) => stream,
      );
      this.matching.set(patterns, together);
    }
    return together.about(streams);
  }

  async revisionsOf(streams: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    const rows = await this.database.read<RevisionRow>(queries.readRevisions, [textArray(streams)]);
    return new Map(rows.map(({ name, revision }) => [name, BigInt(revision)]));
  }

  readCategory(category: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.select(queries.readCategory, [category, String(after), limit]);
  }

  readAll(after: Position, limit: number): Promise<StoredEvent[]> {
    return this.select(queries.readAll, [String(after), limit]);
  }

  /** What is no UUID is nobody's id. */
  findByIds(ids: readonly string[]): Promise<StoredEvent[]> {
    const possible = ids.filter((id) => UUID.test(id));
    return possible.length > FEW ? this.selectByIds(possible) : this.byIds.about(possible);
  }

  listBySource(source: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.select(queries.listBySource, [source, String(after), limit]);
  }

  async head(): Promise<Position> {
    const [row] = await this.database.read<HeadRow>(queries.readHead, []);
    return BigInt(row?.position ?? 0);
  }

  private selectMatching(
    streams: readonly string[],
    patterns: readonly EventPattern[],
  ): Promise<StoredEvent[]> {
    const types = patterns.map(({ type }) => type);
    const data = patterns.map((pattern) => JSON.stringify(pattern.data ?? {}));
    return this.select(queries.readStreamsMatching, [textArray(streams), types, data]);
  }

  private selectByIds(ids: readonly string[]): Promise<StoredEvent[]> {
    return this.select(queries.findByIds, [plainArray(ids)]);
  }

  private async select(text: string, values: unknown[]): Promise<StoredEvent[]> {
    return (await this.database.read<EventRow>(text, values)).map(toEvent);
  }
}
