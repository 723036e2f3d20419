import { VERSION } from '@lueckenlos/platform/config';
import { temporaryFolder, until } from '@lueckenlos/platform/testing';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { example } from '../chain-small/example';
import { headOf, importLines } from './deliver';
import { Documented } from './documented';
import { jsonOf } from './json';
import { startSystem, type RunningSystem } from './start-system';

jest.setTimeout(120_000);
// The worker is a process of its own: from the sources it needs what translates them.
process.env['NODE_OPTIONS'] = `-r ${join(__dirname, '..', 'setup', 'typescript.cjs')}`;

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly position: string;
  readonly eventsRead: number;
  readonly digest: string;
  readonly rows: object[];
  readonly flows: object[];
  readonly strata?: object[];
  readonly release?: { readonly equal: boolean; readonly digest: string; readonly differences: object[] };
  readonly live?: { readonly equal: boolean; readonly differences: object[] };
  readonly problem?: { readonly code: string; readonly detail: string };
}
interface Release {
  readonly id: string;
  readonly position: string;
  readonly digest: string;
}

describe('replays', () => {
  let system: RunningSystem;
  let folder: string;
  let release: Release;
  let head: string;

  beforeAll(async () => {
    folder = temporaryFolder();
    system = await startSystem({ LUECKENLOS_DATA_DIR: folder, LUECKENLOS_REPLAYS_OPEN: '4' });
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/areas/example', example.areas), 201);
    await jsonOf(await system.send('statistics-unit', 'PUT', '/v1/chains/example', example.chain), 201);
    await importLines(system, example.lines().slice(0, 400));
    head = await headOf(system);
    await exact(`by=birthYear&minPosition=${head}`);
    const wanted = { chain: 'example', asOf: '2026-06', label: 'June' };
    release = await jsonOf<Release>(
      await system.send('statistics-unit', 'POST', '/v1/releases', wanted),
      201,
    );
  });
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const exact = async (query: string): Promise<{ rows: object[] }> =>
    jsonOf(await system.send('statistics-unit', 'GET', `/v1/drop-offs?chain=example&asOf=2026-06&${query}`));
  const ask = (body: object): Promise<Response> => system.send('auditor', 'POST', '/v1/replays', body);
  const question = { chain: 'example', asOf: '2026-06', by: ['birthYear'] };

  async function replayed(body: object): Promise<Answer> {
    const asked = await ask(body);
    const location = asked.headers.get('location') ?? '';
    expect(await jsonOf<Answer>(asked, 202)).toMatchObject({
      state: expect.stringMatching('queued|running') as string,
    });
    return until(
      async () => {
        const job = await jsonOf<Answer>(await system.send('auditor', 'GET', location));
        return job.state === 'completed' || job.state === 'failed' ? job : null;
      },
      { what: 'the replay', timeoutMs: 60_000 },
    );
  }

  it('give the live figure, and say that it is the same', async () => {
    const job = await replayed({ ...question, toPosition: head });
    expect(job).toMatchObject({ state: 'completed', position: head, eventsRead: Number(head) });
    expect(job.live).toEqual({ equal: true, differences: [] });
    expect(job.rows).toEqual((await exact('by=birthYear')).rows);
    expect(job.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('give curves point by point as they are live, and as documented', async () => {
    const curves = {
      stage: 'kita',
      competing: ['died'],
      dimension: 'last',
      povertyRisk: ['false', 'unknown'],
    };
    const job = await replayed({ ...question, curves });
    expect(job).toMatchObject({ curves: { ...curves, from: 'birth', horizon: null, area: null } });
    expect(job.live).toEqual({ equal: true, differences: [] });
    expect(job).not.toHaveProperty('rows');
    const query = 'stage=kita&competing=died&dimension=last&povertyRisk=false,unknown&by=birthYear';
    const live = await jsonOf<Answer>(
      await system.send('statistics-unit', 'GET', `/v1/curves?chain=example&asOf=2026-06&${query}`),
    );
    expect(job.strata?.length).toBeGreaterThan(1);
    expect(job.strata).toEqual(live.strata);
    const path = `/v1/replays/${job.id}`;
    const shown = await system.send('auditor', 'GET', path);
    expect(await new Documented(system.document).faultsOf('GET', path, shown)).toEqual([]);
  });

  it('go by one version of the chain and by the areas of a month, as the live figure does', async () => {
    const special = { by: ['area'], level: 'borough', chainVersion: 1, boundaries: '2020-01' };
    const job = await replayed({ ...question, ...special });
    expect(job).toMatchObject({ chainVersion: 1, boundaries: '2020-01', live: { equal: true } });
    const live = await exact('by=area&level=borough&chainVersion=1&boundaries=2020-01');
    expect(job.rows).toEqual(live.rows);
  });

  it('give a release again, cell by cell, with its digest', async () => {
    const job = await replayed({ ...question, release: release.id });
    expect(job.release).toMatchObject({
      id: release.id,
      equal: true,
      digest: release.digest,
      differences: [],
      codeVersions: { published: VERSION, replayed: VERSION },
    });
    expect([job.digest, job.position]).toEqual([release.digest, release.position]);
  });

  it('name the cells of a release that somebody has changed', async () => {
    await system.pool.query(`DELETE FROM releases.published_cells WHERE cube = 'drop-offs:all'`);
    const { release: judged } = await replayed({ ...question, release: release.id });
    expect(judged?.equal).toBe(false);
    expect(judged?.differences).toContainEqual(
      expect.objectContaining({ cube: 'drop-offs:all', published: 0 }),
    );
  });

  it('fail with a code where the log does not define what is asked for', async () => {
    const job = await replayed({ ...question, toPosition: '1' });
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'replay.chain-not-defined' } });
    expect(job.problem?.detail).toContain('example');
  });

  it('are refused with all that is wrong', async () => {
    const code = async (body: object, status: number): Promise<unknown> =>
      (await jsonOf<{ code: string }>(await ask(body), status)).code;
    expect(await code({ ...question, toPosition: '999999999' }, 422)).toBe('replay.position-beyond-head');
    expect(await code({ ...question, release: 'none' }, 422)).toBe('replay.release-not-found');
    expect(await code({ ...question, asOf: '2020-01', release: release.id }, 422)).toBe(
      'replay.other-clocks',
    );
    const both = { toPosition: '1', knownBefore: '2026-01-01T00:00:00Z' };
    expect(await code({ ...question, ...both }, 400)).toBe('replay.one-limit');
    const curves = { stage: 'kita' };
    expect(await code({ ...question, curves, release: release.id }, 400)).toBe('replay.one-question');
    const one = { ...question, release: release.id, chainVersion: 1, boundaries: 'today' };
    const refused = await jsonOf<{ errors: object[] }>(await ask(one), 400);
    expect(refused.errors).toEqual([
      expect.objectContaining({ pointer: '/boundaries', code: 'replay.not-with-a-release' }),
      expect.objectContaining({ pointer: '/chainVersion', code: 'replay.not-with-a-release' }),
    ]);
    const competing = { ...curves, estimator: 'kaplan-meier', competing: ['died'] };
    expect(await code({ ...question, curves: competing }, 422)).toBe('figures.competing-without-incidence');
    const { errors } = await jsonOf<{ errors: { pointer: string }[] }>(
      await ask({ ...question, curves: { horizon: 0 } }),
      422,
    );
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/curves/horizon', '/curves/stage']);
    await jsonOf(await system.send('auditor', 'GET', '/v1/replays/none'), 404);
    await jsonOf(await system.send('coordinator', 'POST', '/v1/replays', question), 403);
  });

  it('are asked to come again where too many wait, and go on after a crash of their process or are given up', async () => {
    await system.pool.query(
      `INSERT INTO replays.replay (id, asked_by, asked_at, state, task, attempts, held_until)
       SELECT gen_random_uuid(), 'auditor', now(), 'running', task, v.n, now() + interval '1 hour'
       FROM replays.replay, (VALUES (0), (1), (2), (3)) AS v (n) WHERE seq = 1`,
    );
    const full = await ask(question);
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, '30']);
    await system.pool.query(
      `UPDATE replays.replay SET held_until = now() - interval '1 s' WHERE state = 'running'`,
    );
    const states = await until(
      async () => {
        const { rows } = await system.pool.query<{ state: string; code: string | null }>(
          `SELECT state, answer ->> 'code' AS code FROM replays.replay ORDER BY seq DESC LIMIT 4`,
        );
        return rows.every(({ state }) => state !== 'running' && state !== 'queued') ? rows : null;
      },
      { what: 'the replays that were left lying', timeoutMs: 60_000 },
    );
    expect(states.map(({ code }) => code)).toEqual(['replay.interrupted', null, null, null]);
  });
});
