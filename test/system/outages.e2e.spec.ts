import { fillUp, until } from '@lueckenlos/platform/testing';
import { example } from '../chain-small/example';
import { jsonOf } from './json';
import { setReadOnly } from './outages';
import { startSystem, type RunningSystem } from './start-system';

jest.setTimeout(60_000);

interface Part {
  readonly state: string;
  readonly code?: string;
}

const FULL = 'platform.database-full';

describe('the whole system', () => {
  let system: RunningSystem;
  const lines = example.lines().values();
  const nextLine = (): string => String(lines.next().value);

  beforeAll(async () => {
    system = await startSystem();
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/areas/example', example.areas), 201);
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/chains/example', example.chain), 201);
  });
  afterAll(() => system.stop());

  const post = (line: string): Promise<Response> =>
    system.send('data-migration', 'POST', '/v1/events', line, { type: 'application/cloudevents+json' });
  const importFile = (line: string): Promise<Response> =>
    system.send('data-migration', 'POST', '/v1/imports', line, { type: 'application/x-ndjson' });
  const health = async (): Promise<{ status: number; checks: Record<string, Part> }> => {
    const answer = await fetch(`${system.url}/health/ready`);
    const { checks } = (await answer.json()) as { checks: Record<string, Part> };
    return { status: answer.status, checks };
  };
  const refusedForNow = async (answer: Response): Promise<void> => {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.text()).not.toContain('could not extend');
  };

  it('refuses an event for now while the disk of the log is full, says so, and takes it when there is room', async () => {
    const line = nextLine();
    const { makeRoom } = await fillUp(system.pool, 'event_store.event');
    await refusedForNow(await post(line));
    expect(await health()).toMatchObject({
      status: 200,
      checks: { 'event-store': { state: 'degraded', code: FULL } },
    });
    await makeRoom();
    await jsonOf(await post(line), 201);
    expect((await health()).checks['event-store']).toEqual({ state: 'up' });
  });

  it('lets an import wait for room, and finishes it by itself', async () => {
    const { makeRoom } = await fillUp(system.pool, 'event_store.event');
    const { id } = await jsonOf<{ id: string }>(await importFile(nextLine()), 202);
    await until(async () => (await health()).checks['imports']?.code === FULL);
    await makeRoom();
    const state = async (): Promise<string> =>
      (await jsonOf<{ state: string }>(await system.send('data-migration', 'GET', `/v1/imports/${id}`)))
        .state;
    await until(async () => (await state()) === 'completed');
    expect((await health()).checks['imports']).toEqual({ state: 'up' });
  });

  it('refuses a file for now that there is no room for', async () => {
    const line = nextLine();
    const { makeRoom } = await fillUp(system.pool, 'recording.import_chunk');
    await refusedForNow(await importFile(line));
    await makeRoom();
    await jsonOf(await importFile(line), 202);
  });

  it('answers nothing that cannot be noted in the access log', async () => {
    const { makeRoom } = await fillUp(system.pool, 'access.access_log');
    await refusedForNow(await system.send('data-migration', 'GET', '/v1/imports'));
    await makeRoom();
    await jsonOf(await system.send('data-migration', 'GET', '/v1/imports'));
  });

  it('lets a read model wait for room, parks nothing, and catches up by itself', async () => {
    const { makeRoom } = await fillUp(system.pool, 'projections.version');
    const { position } = await jsonOf<{ position: string }>(await post(nextLine()), 201);
    await until(async () => (await health()).checks['projections']?.code === FULL);
    await makeRoom();
    const path = `/v1/drop-offs?chain=example&asOf=2016-06&minPosition=${position}`;
    const answer = await jsonOf<{ position: string }>(await system.send('statistics-unit', 'GET', path));
    // The import of the test before may still bring rows.
    expect(BigInt(answer.position)).toBeGreaterThanOrEqual(BigInt(position));
    await until(async () => (await health()).checks['projections']?.state === 'up');
  });

  it('is not ready while the database takes no changes, and is again when it does', async () => {
    const line = nextLine();
    await setReadOnly(system.pool, true);
    await refusedForNow(await post(line));
    expect(await health()).toMatchObject({
      status: 503,
      checks: { database: { state: 'down', code: 'platform.database-read-only' } },
    });
    await setReadOnly(system.pool, false);
    await until(async () => (await health()).status === 200);
    await jsonOf(await post(line), 201);
  });
});
