import { plainArray, textArray } from '@lueckenlos/platform';
import type { EventPattern, Position, StoredEvent } from '../port';
import type { Database } from './database';
import { queries } from './queries';
import { toEvent, type EventRow, type HeadRow, type RevisionRow } from './rows';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The reads of the port, one statement each. */
export class PostgresReader {
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
    const types = patterns.map(({ type }) => type);
    const data = patterns.map((pattern) => JSON.stringify(pattern.data ?? {}));
    return this.select(queries.readStreamsMatching, [textArray(streams), types, data]);
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
    return this.select(queries.findByIds, [plainArray(ids.filter((id) => UUID.test(id)))]);
  }

  listBySource(source: string, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.select(queries.listBySource, [source, String(after), limit]);
  }

  async head(): Promise<Position> {
    const [row] = await this.database.read<HeadRow>(queries.readHead, []);
    return BigInt(row?.position ?? 0);
  }

  private async select(text: string, values: unknown[]): Promise<StoredEvent[]> {
    return (await this.database.read<EventRow>(text, values)).map(toEvent);
  }
}
