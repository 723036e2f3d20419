import { createHttpApp, createLogger, loadConfig, PlatformModule } from '@lueckenlos/platform';
import { fillUp, until } from '@lueckenlos/platform/testing';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventStoreModule } from '../event-store.module';
import type { EventStore } from '../port';
import { anAppend } from '../testing';
import { EVENT_STORE } from '../tokens';
import type { ReadFault } from './testing/injector/faults';
import { useFaultInjector } from './testing/on-fault-injector';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const ALL = 1_000_000;

@Module({})
class ServiceModule {}

interface Part {
  readonly state: string;
  readonly code?: string;
}

describe('The readiness of a process whose log is kept on EventStoreDB', () => {
  const use = useFaultInjector();
  const lines: string[] = [];
  let app: NestFastifyApplication;
  let url: string;

  beforeEach(async () => {
    const config = loadConfig({
      EVENTSTORE_URL: use.node.url,
      LUECKENLOS_STREAM_PREFIX: use.engine.namespace,
    });
    const logger = createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(line) });
    const imports = [
      PlatformModule.forRoot({ config, logger, databaseUrl: use.engine.database.url }),
      EventStoreModule.forRoot(),
    ];
    app = await createHttpApp({ module: ServiceModule, imports }, { config, logger });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    await until(async () => (await ready()).status === 200, { what: 'the process to be ready' });
    lines.length = 0;
  });
  afterEach(() => app.close());

  const ready = async (): Promise<{ status: number; log: Part | undefined }> => {
    const answer = await fetch(`${url}/health/ready`);
    const { checks } = (await answer.json()) as { checks: Record<string, Part> };
    return { status: answer.status, log: checks['event-store'] };
  };
  /** Asked as often as a load balancer would, for whom it has to be the same each time. */
  const stays = async (status: number, state: string, code: string): Promise<void> => {
    for (let time = 0; time < 3; time++) {
      expect(await ready()).toMatchObject({ status, log: { state, code } });
    }
  };
  const isUp = (): Promise<unknown> =>
    until(async () => (await ready()).log?.state === 'up', { what: 'the log to be up' });
  const told = (): unknown[] =>
    lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ part }) => part === 'event-store')
      .map(({ msg, code }) => [msg, code]);

  it.each<[ReadFault, string]>([
    ['unavailable', 'event-store.silent'],
    ['denied', 'event-store.access-denied'],
  ])('%s: down with %s, up again by itself, and told once each way', async (fault, code) => {
    use.node.reads.plan(fault, { times: ALL });
    await stays(503, 'down', code);
    use.node.reads.clear();
    await isUp();
    expect(told()).toEqual([
      ['Waits and tries again', code],
      ['Goes on', undefined],
    ]);
  });

  it('degraded while reads are answered and appends are not taken, and keeps nobody away for it', async () => {
    const code = 'event-store.appends-denied';
    use.node.appends.plan('denied', { times: ALL });
    const append = app.get<EventStore>(EVENT_STORE).append([anAppend('case-1')], NOW);
    await until(async () => (await ready()).log?.state === 'degraded', { what: code });
    await stays(200, 'degraded', code);
    use.node.appends.clear();
    expect(await append).toMatchObject([{ revision: 0n, stored: true }]);
    await isUp();
    expect(told()).toEqual([
      ['Waits and tries again', code],
      ['Goes on', undefined],
    ]);
  });

  it('degraded while PostgreSQL has no room for what is on its way, as on a log that is kept there', async () => {
    const code = 'platform.database-full';
    const store = app.get<EventStore>(EVENT_STORE);
    const { makeRoom } = await fillUp(use.engine.database.pool, 'event_store.reservation');
    await expect(store.append([anAppend('case-1')], NOW)).rejects.toMatchObject({ status: 503 });
    await stays(200, 'degraded', code);
    await makeRoom();
    await store.append([anAppend('case-1')], NOW);
    await isUp();
    expect(told()).toEqual([
      ['Waits and tries again', code],
      ['Goes on', undefined],
    ]);
  });
});
