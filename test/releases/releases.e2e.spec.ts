import type { Area, ChainBody } from '@lueckenlos/chain';
import {
  cellsDigest,
  DEFAULT_PARAMETERS,
  makePerturbationTable,
  perturberOf,
  publishCells,
} from '@lueckenlos/disclosure';
import { createHash } from 'node:crypto';
import { example } from '../chain-small/example';
import { recordsByCase } from '../chain-small/pure-tables';
import { jsonOf } from '../system/json';
import { lifeOfARelease } from './life-of-a-release';
import { protectedAnswers } from './protected';
import { recount } from './recount';
import { JUNE, SECRET, Town, type Problem, type Release } from './town';

jest.setTimeout(120_000);

describe('releases', () => {
  let town: Town;
  /** What three were told who wanted to publish one month at once. */
  let atOnce: readonly { readonly status: number; readonly told: Release & Problem }[];
  let release: Release;

  beforeAll(async () => {
    town = await Town.start();
    const answers = await Promise.all([town.publish(), town.publish(), town.publish()]);
    atOnce = await Promise.all(
      answers.map(async (answer) => ({
        status: answer.status,
        told: (await answer.json()) as Release & Problem,
      })),
    );
    release = await jsonOf<Release>(await town.get('/v1/releases/example-2026-06-2'));
  });
  afterAll(() => town.stop());

  describe('publishing', () => {
    it('takes several at once one after the other, and no more of one month than may be drawn', () => {
      expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
      const published = atOnce.flatMap(({ told }) => (told.id ? [told] : []));
      expect(published.map(({ id }) => id).sort()).toEqual(['example-2026-06-1', 'example-2026-06-2']);
      expect(atOnce.find(({ status }) => status === 409)?.told.code).toBe('releases.too-many-draws');
      // Nothing has arrived in between: the same children, the same noise.
      expect(new Set(published.map(({ digest }) => digest)).size).toBe(1);
    });

    it.each([
      [{ ...JUNE, asOf: '2999-01' }, 422, 'releases.month-not-over'],
      [{ ...JUNE, chain: 'none' }, 404, 'figures.unknown-chain'],
      [{ ...JUNE, label: '' }, 422, 'platform.member-missing'],
    ])('refuses %j', async (wanted, status, code) => {
      const problem = await jsonOf<Problem>(await town.publish(wanted), status);
      expect(problem.code).toBe(code);
    });
  });

  describe('a release', () => {
    it('has the digest of what anybody counts and perturbs who has the records, the table and the series key', () => {
      const { chain, areas } = example;
      const terms = { chain, areas, asOf: '2026-06', secret: SECRET };
      const cells = recount(recordsByCase(example.lines()), terms, release.cubes);
      const perturb = perturberOf(makePerturbationTable(DEFAULT_PARAMETERS));
      expect(release.digest).toBe(cellsDigest(publishCells(cells, perturb)));
    });

    it('gives all its published cells, line by line as the digest is made of them', async () => {
      const lines = (await (await town.get(`/v1/releases/${release.id}/cells`)).text()).trimEnd().split('\n');
      const digest = createHash('sha256')
        .update(`[${lines.toSorted().join(',')}]`)
        .digest('hex');
      expect(digest).toBe(release.digest);
    });

    it('says by which chain and areas it was counted', async () => {
      const answer = await town.get(`/v1/releases/${release.id}/definitions`);
      const { chain, areas } = await jsonOf<{ chain: ChainBody; areas: Area[] }>(answer);
      expect(chain.versions).toEqual(example.chain.versions);
      expect(areas.map(({ code }) => code)).toEqual(example.areas.areas.map(({ code }) => code));
    });

    it('keeps its true counts sealed from coordinators, and sealed they are exact', async () => {
      const path = `/v1/releases/${release.id}/sealed/drop-offs:all`;
      expect((await town.get(path)).status).toBe(403);
      const [place] = await town.sealed(release.id, 'drop-offs:all');
      const { scope } = await town.exact('drop-offs?asOf=2026-06');
      expect(place?.values['scope']?.['']?.['present']?.[0]).toBe(scope?.['present']);
      expect(place?.values['scope']?.['']?.['present']?.[1]).toMatch(/^\d{1,20}$/);
    });

    it('stands in the log, with what it froze and without a count', async () => {
      const { rows } = await town.system.pool.query<{ data: Record<string, unknown> }>(
        `SELECT data FROM event_store.event WHERE type = 'lueckenlos.release-published.v1' ORDER BY position DESC LIMIT 1`,
      );
      const terms = Object.entries(release).filter(
        ([name]) => name !== 'publishedAt' && name !== 'withdrawn',
      );
      expect(rows.map(({ data }) => data)).toEqual([Object.fromEntries(terms)]);
    });
  });

  protectedAnswers(() => ({ town, release }));
  lifeOfARelease(() => ({ town, release }));
});
