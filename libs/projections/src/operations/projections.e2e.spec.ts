import { accessMigrations, AccessModule } from '@lueckenlos/access';
import { createTestIssuer, type TestIssuer } from '@lueckenlos/access/testing';
import {
  EVENT_STORE,
  eventStoreMigrations,
  EventStoreModule,
  type EventStore,
} from '@lueckenlos/event-store';
import { createHttpApp, loadConfig, PlatformModule, setUpOpenApi } from '@lueckenlos/platform';
import { createTestDatabase, until, type TestDatabase } from '@lueckenlos/platform/testing';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getRepositoryToken } from '@nestjs/typeorm';
import { pino } from 'pino';
import type { Repository } from 'typeorm';
import { projectionMigrations } from '../migrations';
import { ProjectionsModule } from '../projections.module';
import { ProjectionVersion } from '../runner/projection-version.entity';
import { randomOf } from '../testing';
import { appendDeliveries, randomPopulation, systemEvent, type Delivery } from '../testing/population';
import type { ProjectionStatus } from './projection-status';

jest.setTimeout(30_000);

@Module({})
class TestRoot {}

describe('the operations on projections, over HTTP', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let issuer: TestIssuer;
  let store: EventStore;
  let url: string;

  beforeAll(async () => {
    database = await createTestDatabase([
      ...eventStoreMigrations,
      ...accessMigrations,
      ...projectionMigrations,
    ]);
    issuer = await createTestIssuer();
    const config = loadConfig({ LUECKENLOS_PORT: '0' });
    const logger = pino({ level: 'silent' });
    const imports = [
      PlatformModule.forRoot({ config, databaseUrl: database.url, logger }),
      AccessModule.forRoot(issuer.options),
      EventStoreModule.forRoot(),
      ProjectionsModule,
    ];
    app = await createHttpApp({ module: TestRoot, imports }, { config, logger });
    setUpOpenApi(app, { title: 'Test', description: '', version: '1' });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    store = app.get<EventStore>(EVENT_STORE);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const call = async (method: string, path: string, role = 'operator'): Promise<Response> =>
    fetch(url + path, { method, headers: await issuer.bearer(role) });
  const status = async (): Promise<ProjectionStatus[]> =>
    (await (await call('GET', '/v1/projections')).json()) as ProjectionStatus[];
  const caughtUp = (): Promise<ProjectionStatus> =>
    until(async () =>
      (await status()).find(({ name, state, lag }) => name === 'drop-offs' && state === 'live' && lag === 0),
    );
  const problem = async (answer: Response): Promise<[number, unknown]> => [
    answer.status,
    ((await answer.json()) as { code: unknown }).code,
  ];

  it('say how far each version is against the head, with positions as strings', async () => {
    await appendDeliveries(store, randomPopulation(randomOf(1), 20));
    const head = String(await store.head());
    expect(await caughtUp()).toEqual({
      name: 'drop-offs',
      version: 1,
      position: head,
      gathered: head,
      head,
      lag: 0,
      parked: 0,
      state: 'live',
      error: null,
    });
  });

  it('read 64-bit positions exactly, also beyond what a number holds', async () => {
    const versions = app.get<Repository<ProjectionVersion>>(getRepositoryToken(ProjectionVersion));
    await versions.insert({
      projection: 'elsewhere',
      version: 1,
      code: 1,
      state: 'retired',
      position: '9007199254740993',
    });
    expect((await versions.findOneByOrFail({ projection: 'elsewhere' })).position).toBe('9007199254740993');
    expect((await status()).find(({ name }) => name === 'elsewhere')).toMatchObject({
      position: '9007199254740993',
      lag: 0,
    });
    await versions.delete({ projection: 'elsewhere' });
  });

  it('rebuild beside the live version, once at a time, and drop what is out of service', async () => {
    await caughtUp();
    await holdBuilds(async () => {
      const answer = await call('POST', '/v1/projections/drop-offs/rebuild');
      expect([answer.status, await answer.json()]).toEqual([202, { version: 2 }]);
      expect(await problem(await call('POST', '/v1/projections/drop-offs/rebuild'))).toEqual([
        409,
        'projections.rebuild-under-way',
      ]);
      expect(await problem(await call('DELETE', '/v1/projections/drop-offs/versions/2'))).toEqual([
        409,
        'projections.version-in-use',
      ]);
    });
    await until(async () => (await status()).some(({ version, state }) => version === 2 && state === 'live'));
    expect(await problem(await call('DELETE', '/v1/projections/drop-offs/versions/2'))).toEqual([
      409,
      'projections.version-in-use',
    ]);
    expect((await call('DELETE', '/v1/projections/drop-offs/versions/1')).status).toBe(204);
    const left = (await status()).filter(({ name }) => name === 'drop-offs');
    expect(left.map(({ version, state }) => [version, state])).toEqual([[2, 'live']]);
    expect(await problem(await call('DELETE', '/v1/projections/drop-offs/versions/1'))).toEqual([
      404,
      'projections.unknown-version',
    ]);
  });

  it('show parked events and apply them again', async () => {
    await appendDeliveries(store, [unreadable('p-1')]);
    await until(async () => (await caughtUp()).parked === 1);
    expect(await metric('projection_parked_events')).toBe(1);
    const answer = await call('POST', '/v1/projections/drop-offs/parked/replay');
    expect([answer.status, await answer.json()]).toEqual([200, { replayed: 0, stillParked: 1 }]);
    const { rows } = await database.pool.query<{ attempts: number; error: string }>(
      'SELECT attempts, error FROM projections.parked_event',
    );
    expect(rows).toEqual([{ attempts: 4, error: 'has no month' }]);
  });

  it('tell the metrics lag, parked events and events applied', async () => {
    await caughtUp();
    expect(await metric('projection_lag_events')).toBe(0);
    expect(await metric('projection_position')).toBe(Number(await store.head()));
    expect(await metric('projection_events_total')).toBeGreaterThan(0);
  });

  it.each([
    ['GET', '/v1/projections/drop-offs/rebuild', 405, expect.anything()],
    ['POST', '/v1/projections/nothing/rebuild', 404, 'projections.unknown-projection'],
    ['POST', '/v1/projections/nothing/parked/replay', 404, 'projections.unknown-projection'],
    ['DELETE', '/v1/projections/nothing/versions/1', 404, 'projections.unknown-projection'],
    ['DELETE', '/v1/projections/drop-offs/versions/77', 404, 'projections.unknown-version'],
    ['DELETE', '/v1/projections/drop-offs/versions/99999999999999999999', 404, 'projections.unknown-version'],
    ['DELETE', '/v1/projections/drop-offs/versions/-1', 404, 'projections.unknown-version'],
    ['DELETE', '/v1/projections/drop-offs/versions/one', 400, expect.anything()],
  ])('answer %s %s with a problem: %i', async (method, path, code, problemCode) => {
    expect(await problem(await call(method, path))).toEqual([code, problemCode]);
  });

  it.each([
    ['GET', '/v1/projections'],
    ['POST', '/v1/projections/drop-offs/rebuild'],
    ['POST', '/v1/projections/drop-offs/parked/replay'],
    ['DELETE', '/v1/projections/drop-offs/versions/1'],
  ])('are for operators only: %s %s', async (method, path) => {
    expect((await fetch(url + path, { method })).status).toBe(401);
    for (const role of ['coordinator', 'statistics-unit', 'auditor', 'youth-office']) {
      expect((await call(method, path, role)).status).toBe(403);
    }
  });

  /** Keeps the projector from taking a page while something is looked at. */
  async function holdBuilds(work: () => Promise<void>): Promise<void> {
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT FROM projections.version FOR UPDATE');
      await work();
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  async function metric(name: string): Promise<number> {
    const text = await (await call('GET', '/metrics')).text();
    const live = (await status()).find(({ state }) => state === 'live')?.version;
    const line = text.split('\n').find((one) => one.startsWith(name) && one.includes(`version="${live}"`));
    return Number(line?.split(' ').at(-1));
  }
});

/** A record that no intake would store. */
function unreadable(name: string): Delivery {
  const event = systemEvent(name, 'lueckenlos.moved-in.v1', { occurredOn: 'never' });
  const metadata = { ...event.metadata, subject: name, senderId: name };
  return { stream: `case-${name}`, event: { ...event, source: '/agencies/residents-office', metadata } };
}
