import type { Chance } from '@lueckenlos/projections/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { example } from '../chain-small/example';
import type { Client } from './client';
import type { Delivery } from './deliveries';

const NDJSON = 'application/x-ndjson';
const EVENT = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';
const SENDER = 'data-migration';

/** An event that the server has said to be in the log, and where. */
export interface Acknowledged {
  readonly id: string;
  readonly position: string;
}

/** A file that the server has taken in: it is one import at least, more where an answer was lost. */
export interface AcceptedFile {
  readonly job: string;
  readonly rows: number;
}

/** What came of all deliveries. */
export interface Receipts {
  readonly events: Acknowledged[];
  readonly files: AcceptedFile[];
}

interface BatchAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly results: readonly { readonly id: string; readonly position?: string }[];
}

/** Sends deliveries until each is acknowledged. */
export class Sender {
  readonly receipts: Receipts = { events: [], files: [] };

  constructor(private readonly client: Client) {}

  /** Several callers, each with one request under way. */
  async deliver(deliveries: readonly Delivery[], callers: number): Promise<void> {
    const waiting = deliveries.values();
    const call = async (): Promise<void> => {
      for (const delivery of waiting) await this[delivery.way](delivery);
    };
    await Promise.all(Array.from({ length: callers }, call));
  }

  private async single({ lines }: Delivery): Promise<void> {
    const { body } = await this.client.send<Acknowledged>({
      role: SENDER,
      method: 'POST',
      path: '/v1/events',
      type: EVENT,
      body: lines[0],
      expected: [201, 200],
    });
    this.receipts.events.push(body);
  }

  private async batch({ lines, mode }: Delivery): Promise<void> {
    const { body, tries } = await this.client.send<BatchAnswer>({
      role: SENDER,
      method: 'POST',
      path: `/v1/events?mode=${mode}`,
      type: BATCH,
      body: `[${lines.join(',')}]`,
      expected: [200],
    });
    const { accepted, duplicates, rejected } = body;
    // Only what an unanswered try has stored may be there before.
    expect([accepted + duplicates, rejected]).toEqual([lines.length, 0]);
    if (tries === 1) expect(duplicates).toBe(0);
    this.receipts.events.push(...body.results.map(({ id, position = '' }) => ({ id, position })));
  }

  private async file({ lines, mode }: Delivery): Promise<void> {
    const { body } = await this.client.send<{ id: string }>({
      role: SENDER,
      method: 'POST',
      path: `/v1/imports?mode=${mode}`,
      type: NDJSON,
      body: `${lines.join('\n')}\n`,
      expected: [202],
    });
    this.receipts.files.push({ job: body.id, rows: lines.length });
  }
}

/** Defines the example's chain and areas. Another edition counts all cases anew, which is another moment to be killed in. */
export async function define(client: Client, edition = 0): Promise<void> {
  const put = (path: string, body: unknown): Promise<unknown> =>
    client.send({
      role: 'statistics-unit',
      method: 'PUT',
      path,
      type: 'application/json',
      body: JSON.stringify(body),
      expected: [201, 200],
    });
  const { title } = example.chain;
  await put('/v1/areas/example', example.areas);
  await put('/v1/chains/example', { ...example.chain, title: { ...title, en: `${title.en} ${edition}` } });
}

/** Until aborted: asks for rebuilds and new editions of the chain, drops old versions, and looks at figures. */
export async function disturb(client: Client, chance: Chance, signal: AbortSignal): Promise<void> {
  let seen = 0n;
  for (let edition = 1; !signal.aborted; edition++) {
    await rebuild(client);
    if (chance(2) === 0) await define(client, edition);
    const position = await positionOfFigures(client);
    // What has been answered once never goes back.
    expect(position >= seen).toBe(true);
    seen = position;
    await pause(chance(300));
  }
}

/** Begins a rebuild unless one is under way, and drops what is out of service. */
export async function rebuild(client: Client): Promise<void> {
  const operate = <T>(method: string, path: string, expected: readonly number[]): Promise<{ body: T }> =>
    client.send<T>({ role: 'operator', method, path: `/v1/projections${path}`, expected });
  await operate('POST', '/drop-offs/rebuild', [202, 409]);
  const { body } = await operate<{ version: number; state: string }[]>('GET', '', [200]);
  for (const { version } of body.filter(({ state }) => state === 'retired')) {
    await operate('DELETE', `/drop-offs/versions/${version}`, [204, 404]);
  }
}

async function positionOfFigures(client: Client): Promise<bigint> {
  const { body } = await client.send<{ position?: string }>({
    role: 'statistics-unit',
    method: 'GET',
    path: '/v1/drop-offs?chain=example&asOf=2016-06&by=birthYear',
    expected: [200, 404],
  });
  return BigInt(body.position ?? 0);
}
