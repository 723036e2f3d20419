import {
  cellsDigest,
  makePerturbationTable,
  DEFAULT_PARAMETERS,
  perturberOf,
  publishCells,
} from '@lueckenlos/disclosure';
import type { Area, ChainBody } from '@lueckenlos/chain';
import { temporaryFolder } from '@lueckenlos/platform/testing';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { example } from '../chain-small/example';
import { recordsByCase } from '../chain-small/pure-tables';
import { headOf, importLines } from '../system/deliver';
import { jsonOf } from '../system/json';
import { startSystem, type RunningSystem } from '../system/start-system';
import { recount } from './recount';

jest.setTimeout(120_000);

interface Release {
  readonly id: string;
  readonly digest: string;
  readonly cubes: string[];
  readonly position: string;
  readonly table: { readonly name: string; readonly digest: string };
  readonly withdrawn: { readonly reason: string } | null;
}
interface Row {
  readonly stage: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly reachedShare: { readonly value: number | null; readonly n: number; readonly belowFloor?: boolean };
  readonly [breakdown: string]: unknown;
}
interface Answer {
  readonly release: string;
  readonly exact: boolean;
  readonly rows: Row[];
  readonly scope: Readonly<Record<string, number>> | null;
  readonly protection?: { readonly withdrawn: { readonly reason: string } | null };
}
interface Problem {
  readonly code: string;
  readonly detail: string;
}

const RELEASE = '/v1/drop-offs?chain=example&release=';
const JUNE = { chain: 'example', asOf: '2026-06', label: 'June 2026' };

/** The whole system with the worked example in it. */
async function exampleTown(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningSystem> {
  const system = await startSystem({ LUECKENLOS_DATA_DIR: folder, ...environment });
  await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/areas/example', example.areas), 201);
  await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/chains/example', example.chain), 201);
  await importLines(system, example.lines());
  await caughtUp(system);
  return system;
}

/** Waits until the read models have everything. */
async function caughtUp(system: RunningSystem): Promise<void> {
  const minPosition = await headOf(system);
  const path = `/v1/drop-offs?chain=example&asOf=2026-06&minPosition=${minPosition}`;
  await jsonOf(await system.send('statistics-unit', 'GET', path));
}

const publish = (system: RunningSystem, wanted: object = JUNE): Promise<Response> =>
  system.send('statistics-unit', 'POST', '/v1/releases', wanted);

describe('a release', () => {
  let system: RunningSystem;
  let folder: string;
  let release: Release;

  beforeAll(async () => {
    folder = temporaryFolder();
    system = await exampleTown(folder);
    release = await jsonOf<Release>(await publish(system), 201);
  });
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const seen = async (query: string, role = 'coordinator'): Promise<Answer> =>
    jsonOf<Answer>(await system.send(role, 'GET', RELEASE + query));
  const refusal = async (query: string, status: number): Promise<Problem> =>
    jsonOf<Problem>(await system.send('coordinator', 'GET', RELEASE + query), status);

  it('has the digest of what anybody counts and perturbs who has the records, the table and the series key', () => {
    const secret = Buffer.from(readFileSync(join(folder, 'release-series.key'), 'utf8').trim(), 'hex');
    const { chain, areas } = example;
    const terms = { chain, areas, asOf: '2026-06', secret };
    const cells = recount(recordsByCase(example.lines()), terms, release.cubes);
    const perturb = perturberOf(makePerturbationTable(DEFAULT_PARAMETERS));
    expect(release.digest).toBe(cellsDigest(publishCells(cells, perturb)));
  });

  it('shows a coordinator published counts, and everybody the same ones', async () => {
    const answer = await seen('latest&by=birthYear');
    expect(answer).toMatchObject({ release: 'example-2026-06-1', exact: false });
    expect(answer).toEqual(await seen(`${release.id}&by=birthYear`, 'statistics-unit'));
    const counts = answer.rows.flatMap((row) => Object.values(row.counts));
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter((n) => n < 3)).toEqual([]);
  });

  it('gives all its published cells, line by line as the digest is made of them', async () => {
    const answer = await system.send('coordinator', 'GET', `/v1/releases/${release.id}/cells`);
    const lines = (await answer.text()).trimEnd().split('\n');
    const digest = createHash('sha256')
      .update(`[${lines.toSorted().join(',')}]`)
      .digest('hex');
    expect(digest).toBe(release.digest);
  });

  it('says by which chain and areas it was counted', async () => {
    const answer = await system.send('coordinator', 'GET', `/v1/releases/${release.id}/definitions`);
    const { chain, areas } = await jsonOf<{ chain: ChainBody; areas: Area[] }>(answer);
    expect(chain.versions).toEqual(example.chain.versions);
    expect(areas.map(({ code }) => code)).toEqual(example.areas.areas.map(({ code }) => code));
  });

  it('is nowhere further off than its table allows', async () => {
    const exact = await jsonOf<Answer>(
      await system.send('statistics-unit', 'GET', '/v1/drop-offs?chain=example&asOf=2026-06&by=birthYear'),
    );
    const { rows } = await seen('latest&by=birthYear');
    let differing = 0;
    for (const { birthYear, stage, counts } of exact.rows) {
      const published =
        rows.find((row) => row['birthYear'] === birthYear && row.stage === stage)?.counts ?? {};
      for (const [status, n] of Object.entries(counts)) {
        expect(Math.abs((published[status] ?? 0) - n)).toBeLessThanOrEqual(5);
        if (published[status] !== n) differing++;
      }
    }
    expect(differing).toBeGreaterThan(0);
  });

  it('makes shares from published counts, and none on a small base', async () => {
    const { rows } = await seen('latest&by=birthYear');
    const shares = rows.map(({ reachedShare }) => reachedShare);
    expect(
      shares.every(({ n, value, belowFloor }) => n < 30 === belowFloor && (value === null) === belowFloor),
    ).toBe(true);
    expect(new Set(shares.map(({ belowFloor }) => belowFloor))).toEqual(new Set([true, false]));
  });

  it('gives one row of a table to who filters by its dimension, and its scope', async () => {
    const all = await seen('latest&by=birthYear');
    const { rows, scope } = await seen('latest&birthYear=2012');
    expect(rows).toEqual(all.rows.filter((row) => row['birthYear'] === 2012));
    expect(Object.keys(scope ?? {}).sort()).toEqual([
      'died',
      'moved_out',
      'never_present',
      'no_birth_known',
      'present',
    ]);
    expect((await seen('latest&by=birthYear&birthYear=2012,2013')).scope).toBeNull();
  });

  it('names the nearest table to who asks for one that is not published', async () => {
    const { code, detail } = await refusal('latest&by=birthYear,area,povertyRisk', 422);
    expect(code).toBe('figures.table-not-published');
    expect(detail).toContain('Nearest: by=birthYear,');
  });

  it.each(['asOf=2026-06', 'knownBefore=2026-01-01T00:00:00Z'])(
    'has its own clocks, so not %s',
    async (clock) => {
      expect((await refusal(`latest&${clock}`, 400)).code).toBe('figures.clocks-or-release');
    },
  );

  it.each(['dimension=first', 'boundaries=today', 'minPosition=1'])(
    'was counted one way, so not %s',
    async (parameter) => {
      expect((await refusal(`latest&${parameter}`, 400)).code).toBe('figures.not-with-a-release');
    },
  );

  it('is unknown under another chain or id', async () => {
    expect((await refusal('example-2026-06-2', 404)).code).toBe('figures.unknown-release');
    const elsewhere = await system.send('coordinator', 'GET', '/v1/drop-offs?chain=other&release=latest');
    expect(elsewhere.status).toBe(404);
  });

  it('keeps its true counts sealed from coordinators', async () => {
    const path = `/v1/releases/${release.id}/sealed/drop-offs:all`;
    expect((await system.send('coordinator', 'GET', path)).status).toBe(403);
    const [town] = await jsonOf<
      { values: Record<string, Record<string, Record<string, [number, string]>>> }[]
    >(await system.send('statistics-unit', 'GET', path));
    const exact = await jsonOf<Answer>(
      await system.send('statistics-unit', 'GET', '/v1/drop-offs?chain=example&asOf=2026-06'),
    );
    expect(town?.values['scope']?.['']?.['present']?.[0]).toBe(exact.scope?.['present']);
    expect(town?.values['scope']?.['']?.['present']?.[1]).toMatch(/^\d{1,20}$/);
  });

  it('keeps the secret of its series in a file that only its owner may read', () => {
    expect(statSync(join(folder, 'release-series.key')).mode & 0o777).toBe(0o600);
  });

  it('stands in the log, with what it froze and without a count', async () => {
    const { rows } = await system.pool.query<{ data: Record<string, unknown> }>(
      `SELECT data FROM event_store.event WHERE type = 'lueckenlos.release-published.v1'`,
    );
    expect(rows.map(({ data }) => data)).toEqual([
      expect.objectContaining({ id: release.id, digest: release.digest, position: release.position }),
    ]);
  });

  it('stays as it is whatever arrives later', async () => {
    const before = await seen('latest&by=area&level=district');
    const births = example
      .lines()
      .filter((line) => line.includes('stage-reached.v1') && line.includes('"birth"'));
    const late = births.slice(0, 50).map((line) => {
      const event = JSON.parse(line) as { id: string; subject: string };
      return JSON.stringify({ ...event, id: `late-${event.id}`, subject: `late-${event.subject}` });
    });
    await importLines(system, late);
    await caughtUp(system);
    expect(await seen('latest&by=area&level=district')).toEqual(before);
  });

  it('is the only one of its month', async () => {
    const { code, detail } = await jsonOf<Problem>(await publish(system), 409);
    expect(code).toBe('releases.calendar-full');
    expect(detail).toMatch(/from \d{4}-\d{2}-01 on/);
  });

  it('that the log knows is shown, whatever a crash has left beside it; one that it does not know is forgotten', async () => {
    await system.pool.query(`UPDATE releases.release SET state = 'prepared' WHERE id = $1`, [release.id]);
    await system.pool.query(
      `INSERT INTO releases.release (id, chain, state, terms, definitions) VALUES ('lost', 'example', 'prepared', '{}', '{}')`,
    );
    // Whatever is to be published is preceded by a look into the log.
    expect((await publish(system)).status).toBe(409);
    const { rows } = await system.pool.query<{ id: string; state: string }>(
      'SELECT id, state FROM releases.release',
    );
    expect(rows).toEqual([{ id: release.id, state: 'published' }]);
  });

  it('that is withdrawn stays readable, marked, and is latest no more', async () => {
    const path = `/v1/releases/${release.id}/withdrawal`;
    const reason = 'The Kita lists of 2025 were wrong';
    const withdrawn = await jsonOf<Release>(await system.send('statistics-unit', 'POST', path, { reason }));
    expect(withdrawn.withdrawn).toMatchObject({ reason });
    expect((await refusal('latest', 404)).code).toBe('figures.unknown-release');
    expect((await seen(release.id)).protection?.withdrawn).toMatchObject({ reason });
    expect(
      (await jsonOf<Problem>(await system.send('statistics-unit', 'POST', path, { reason }), 409)).code,
    ).toBe('releases.already-withdrawn');
    const [listed] = await jsonOf<Release[]>(await system.send('coordinator', 'GET', '/v1/releases'));
    expect(listed?.withdrawn).toMatchObject({ reason });
  });
});

describe('publishing', () => {
  let system: RunningSystem;
  let folder: string;

  beforeAll(async () => {
    folder = temporaryFolder();
    system = await exampleTown(folder, {
      LUECKENLOS_RELEASES_PER_MONTH: '5',
      LUECKENLOS_RELEASES_PER_AS_OF: '2',
    });
  });
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    [{ ...JUNE, asOf: '2999-01' }, 422, 'releases.month-not-over'],
    [{ ...JUNE, chain: 'none' }, 404, 'figures.unknown-chain'],
    [{ ...JUNE, label: '' }, 422, 'platform.member-missing'],
  ])('refuses %j', async (wanted, status, code) => {
    const problem = await jsonOf<Problem>(await publish(system, wanted), status);
    expect(problem.code).toBe(code);
  });

  it('takes two at once one after the other, and no more of one month than may be drawn', async () => {
    const answers = await Promise.all([publish(system), publish(system), publish(system)]);
    const told = await Promise.all(answers.map(async (answer) => (await answer.json()) as Release & Problem));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    const published = told.filter(({ id }) => id);
    expect(published.map(({ id }) => id).sort()).toEqual(['example-2026-06-1', 'example-2026-06-2']);
    expect(told.find(({ code }) => code)?.code).toBe('releases.too-many-draws');
    // Nothing has arrived in between: the same children, the same noise.
    expect(new Set(published.map(({ digest }) => digest)).size).toBe(1);
  });
});
