import { plainArray, textArray } from '@lueckenlos/platform';
import type { Place } from '../../append/places';
import type { Position, StoredEvent } from '../../port';
import type { Database } from '../../postgresql/database';
import { toPlace, type PlaceRow } from '../../postgresql/rows';
import type { RawEvent } from '../client/log-client';
import { queries } from './queries';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The part of a stream in which something stands. */
export interface StreamPart {
  readonly stream: string;
  readonly first: bigint;
  readonly last: bigint;
}

/** What the log holds, as far as it is confirmed: found by id, sender, category, type and position. */
export class Receipts {
  constructor(private readonly database: Database) {}

  /** Writes receipts for events that are in the log and ends their reservations. */
  async confirm(events: readonly StoredEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.database.read(queries.confirm, [
      plainArray(events.map(({ id }) => id)),
      textArray(events.map(({ stream }) => stream)),
      plainArray(events.map(({ revision }) => revision)),
      plainArray(events.map(({ position }) => position)),
      textArray(events.map(({ type }) => type)),
      textArray(events.map(({ source }) => source)),
      textArray(events.map(({ metadata }) => textOrNull(metadata['senderId']))),
      textArray(events.map(({ metadata }) => textOrNull(metadata.contentHash))),
      plainArray(events.map(({ recordedAt }) => recordedAt)),
    ]);
  }

  /** Notes the revisions of events without a receipt. Their streams go by our names. */
  async noteForeign(events: readonly RawEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.database.read(queries.noteForeign, [
      textArray(events.map(({ stream }) => stream)),
      plainArray(events.map(({ revision }) => revision)),
      plainArray(events.map(({ position }) => position?.commit ?? 0n)),
      textArray(events.map(({ type }) => type)),
    ]);
  }

  /** What is no UUID is nobody's id. */
  findPlaces(ids: readonly string[]): Promise<Place[]> {
    return this.places(queries.findPlaces, [ids.filter((id) => UUID.test(id))]);
  }

  listBySource(source: string, after: Position, limit: number): Promise<Place[]> {
    return this.places(queries.listBySource, [source, String(after), limit]);
  }

  listCategory(category: string, after: Position, limit: number): Promise<Place[]> {
    return this.places(queries.listCategory, [category, String(after), limit]);
  }

  async findInStreams(streams: readonly string[], types: readonly string[] | null): Promise<StreamPart[]> {
    const rows = await this.database.read<Record<keyof StreamPart, string>>(queries.findInStreams, [
      streams,
      types,
    ]);
    return rows.map(({ stream, first, last }) => ({ stream, first: BigInt(first), last: BigInt(last) }));
  }

  lastRevision(stream: string): Promise<bigint | null> {
    return this.number(queries.lastRevision, [stream], 'revision');
  }

  async head(): Promise<Position> {
    return (await this.number(queries.head, [], 'position')) ?? 0n;
  }

  /** Null while there is none. */
  firstPosition(): Promise<Position | null> {
    return this.number(queries.firstPosition, [], 'position');
  }

  /** The last position up to a number, or null: a place that the server knows. */
  positionUpTo(position: Position): Promise<Position | null> {
    return this.number(queries.positionUpTo, [String(position)], 'position');
  }

  async countBetween(after: Position, upTo: Position): Promise<number> {
    return Number(await this.number(queries.countBetween, [String(after), String(upTo)], 'events'));
  }

  private async places(text: string, values: unknown[]): Promise<Place[]> {
    return (await this.database.read<PlaceRow>(text, values)).map(toPlace);
  }

  private async number(text: string, values: unknown[], column: string): Promise<bigint | null> {
    const [row] = await this.database.read<Record<string, string | null>>(text, values);
    const value = row?.[column];
    return value === null || value === undefined ? null : BigInt(value);
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
