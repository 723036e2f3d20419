import { EVENT_STORE, type EventStore, type StoredEvent } from '@lueckenlos/event-store';
import {
  AREAS_ID,
  CHECK_UP_CHAIN,
  CHECK_UP_CHAIN_ID,
  KREFELD_AREAS,
  LIFE_CHAIN,
  LIFE_CHAIN_ID,
} from '@lueckenlos/krefeld';
import { until } from '@lueckenlos/platform/testing';
import { randomOf } from '@lueckenlos/projections/testing';
import { jsonOf } from '../system/json';
import { startSystem, type RunningSystem } from '../system/start-system';
import { audit } from './leader-kills/audit';
import { follow, rereadUntil, type Seen } from './leader-kills/follow';
import { killLeaders } from './leader-kills/kill-leader';
import { Load } from './leader-kills/load';

/*
 * A cluster that loses its leader again and again while everything goes on: docs/how-to/eventstoredb.md says how to
 * run it. Chance picks the moments, so a seed repeats the load and not the run.
 */
const command = process.env['LUECKENLOS_TEST_KILL_LEADER'] ?? '';
const kills = Number(process.env['KILLS'] ?? 10);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

jest.setTimeout(kills * 60_000 + 600_000);

describe(`a cluster whose leader is killed ${kills} times under load (seed ${seed})`, () => {
  let system: RunningSystem;
  let store: EventStore;
  const ended = new AbortController();

  beforeAll(async () => {
    if (command === '') throw new Error('LUECKENLOS_TEST_KILL_LEADER has to name a command.');
    system = await startSystem();
    store = system.app.get<EventStore>(EVENT_STORE);
    for (const edition of KREFELD_AREAS) await define(system, `/v1/areas/${AREAS_ID}`, edition);
    await define(system, `/v1/chains/${LIFE_CHAIN_ID}`, LIFE_CHAIN);
    await define(system, `/v1/chains/${CHECK_UP_CHAIN_ID}`, CHECK_UP_CHAIN);
  });
  afterAll(async () => {
    ended.abort();
    await system.stop();
  });

  it('loses, doubles, reorders and skips nothing, and its figures equal a fresh build', async () => {
    const seen: Seen = { positions: [], interruptions: 0 };
    const following = follow(store, seen, ended.signal);
    const load = new Load(system, seed);
    const rereads = await killUnder(load, store);
    const log = await wholeLog(store);
    const { acknowledged, ...defects } = audit(log, load.ledgers);
    const figures = await settledFigures(system);
    await until(() => seen.positions.length >= log.length, { what: 'the subscriber', timeoutMs: 60_000 });
    ended.abort();
    await following;

    const { positions, interruptions } = seen;
    const { repeats } = load;
    const sizes = { kills, acknowledged, events: log.length, repeats, interruptions, rereads };
    process.stdout.write(`soak: ${JSON.stringify({ seed, ...sizes, ...defects })}\n`);
    expect(defects).toEqual({ lost: 0, doubled: 0, reordered: 0, gaps: 0 });
    expect(positions).toEqual(log.map(({ position }) => position));
    expect(await rebuiltFigures(system)).toEqual(figures);
  });
});

/** Everything at once until the last leader is killed, or until something goes wrong; answers how often it reread. */
async function killUnder(load: Load, store: EventStore): Promise<number> {
  const enough = new AbortController();
  const killing = killLeaders(command, kills, randomOf(seed), () => load.acknowledged);
  const rereading = rereadUntil(enough.signal, store);
  const all = [rereading, load.run(enough.signal), killing.finally(() => enough.abort())] as const;
  return (await Promise.all(all))[0];
}

async function define(system: RunningSystem, path: string, body: unknown): Promise<void> {
  const answer = await system.send('statistics-unit', 'PUT', path, body);
  await jsonOf(answer, answer.ok ? answer.status : 201);
}

async function wholeLog(store: EventStore): Promise<StoredEvent[]> {
  const log: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll(log.at(-1)?.position ?? 0n, 5_000);
    if (page.length === 0) return log;
    log.push(...page);
  }
}

interface Version {
  readonly version: number;
  readonly state: string;
  readonly lag: number;
  readonly parked: number;
}

function liveVersion(system: RunningSystem, isRight: (live: Version) => boolean): Promise<Version> {
  const look = async (): Promise<Version | undefined> => {
    const versions = await jsonOf<Version[]>(await system.send('operator', 'GET', '/v1/projections'));
    return versions.find((version) => version.state === 'live' && isRight(version));
  };
  return until(look, { what: 'the read models', timeoutMs: 600_000, intervalMs: 200 });
}

/** Every figure of the town once the read models have everything. */
async function settledFigures(system: RunningSystem): Promise<unknown[]> {
  await liveVersion(system, ({ lag, parked }) => lag === 0 && parked === 0);
  const questions = ['drop-offs', 'flows'].map((table) => {
    const by = 'by=birthYear,area,povertyRisk';
    return `/v1/${table}?chain=${LIFE_CHAIN_ID}&asOf=2026-09&knownBefore=2026-11-01T00:00:00Z&${by}`;
  });
  return Promise.all(
    questions.map(async (path) => {
      const answer = await system.send('statistics-unit', 'GET', path);
      return (await jsonOf<{ scope: unknown; rows: unknown }>(answer)).rows;
    }),
  );
}

async function rebuiltFigures(system: RunningSystem): Promise<unknown[]> {
  const answer = await system.send('operator', 'POST', '/v1/projections/drop-offs/rebuild');
  const { version } = await jsonOf<{ version: number }>(answer, 202);
  await liveVersion(system, (live) => live.version === version);
  return settledFigures(system);
}
