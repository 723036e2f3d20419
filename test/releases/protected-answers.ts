import { funnelLimits, wilson } from '@lueckenlos/statistics';
import { type Answer, type Release, type Row, type Town } from './town';

interface Curves extends Answer {
  readonly floor: number;
  readonly strata: readonly {
    readonly key: Readonly<Record<string, unknown>>;
    readonly points: readonly CurvePoint[];
  }[];
}
interface CurvePoint {
  readonly t: number;
  readonly atRisk: number;
  readonly events: number;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly belowFloor?: true;
}
interface Dataset {
  readonly value: Readonly<Record<string, number>>;
  readonly status: Readonly<Record<string, string>>;
  readonly extension: { readonly statusLabel: { readonly hidden: string; readonly belowFloor: string } };
}
interface Comparison extends Answer {
  readonly adjustedFor: readonly string[];
  readonly town: Counted;
  readonly overDispersion: { readonly inflation: number } | null;
  readonly areas: readonly (Counted & {
    readonly area: string;
    readonly funnel: { readonly place: string; readonly lower95: number; readonly upper95: number } | null;
    readonly standardised: { readonly value: number | null; readonly method: string };
  })[];
}
interface Counted {
  readonly n: number;
  readonly reached: number;
  readonly share: Row['reachedShare'] & { readonly lower: number | null; readonly upper: number | null };
}

const KITA = 'curves?release=latest&stage=kita';

/** One of each figure, in each format. */
const ANSWERS = [
  'drop-offs?by=birthYear',
  'flows?by=birthYear',
  'curves?stage=kita&by=birthYear',
  'comparisons?stage=kita&level=borough',
].flatMap((question) => ['json', 'csv', 'json-stat'].map((format) => `${question}&format=${format}`));

/** What coordinators are answered from a release. */
export function protectedAnswers(given: () => { readonly town: Town; readonly release: Release }): void {
  describe('protected drop-offs', () => {
    it('are published counts, and the same for everybody', async () => {
      const { town, release } = given();
      const answer = await town.seen('drop-offs?release=latest&by=birthYear');
      expect(answer).toMatchObject({ release: release.id, exact: false });
      expect(answer).toEqual(
        await town.seen(`drop-offs?release=${release.id}&by=birthYear`, 'statistics-unit'),
      );
      const counts = answer.rows.flatMap((row) => Object.values(row.counts));
      expect(counts.length).toBeGreaterThan(100);
      expect(counts.filter((n) => n < 3)).toEqual([]);
    });

    it('are nowhere further off than the table allows', async () => {
      const { town } = given();
      const exact = await town.exact('drop-offs?asOf=2026-06&by=birthYear');
      const { rows } = await town.seen('drop-offs?release=latest&by=birthYear');
      let differing = 0;
      for (const { birthYear, stage, counts } of exact.rows) {
        const published = rows.find((row) => row['birthYear'] === birthYear && row.stage === stage)?.counts;
        for (const [status, n] of Object.entries(counts)) {
          expect(Math.abs((published?.[status] ?? 0) - n)).toBeLessThanOrEqual(5);
          if (published?.[status] !== n) differing++;
        }
      }
      expect(differing).toBeGreaterThan(0);
    });

    it('make shares from published counts, and none on a small base', async () => {
      const { rows } = await given().town.seen('drop-offs?release=latest&by=birthYear');
      const shares = rows.map(({ reachedShare }) => reachedShare);
      expect(
        shares.every(({ n, value, belowFloor }) => n < 30 === belowFloor && (value === null) === belowFloor),
      ).toBe(true);
      expect(new Set(shares.map(({ belowFloor }) => belowFloor))).toEqual(new Set([true, false]));
    });

    it('give one row of a table to who filters by its dimension, and its scope', async () => {
      const { town } = given();
      const all = await town.seen('drop-offs?release=latest&by=birthYear');
      const { rows, scope } = await town.seen('drop-offs?release=latest&birthYear=2012');
      expect(rows).toEqual(all.rows.filter((row) => row['birthYear'] === 2012));
      expect(Object.keys(scope ?? {}).sort()).toEqual([
        'died',
        'moved_out',
        'never_present',
        'no_birth_known',
        'present',
      ]);
      const several = await town.seen('drop-offs?release=latest&by=birthYear&birthYear=2012,2013');
      expect(several.scope).toBeNull();
    });
  });

  describe('protected curves', () => {
    it('step at quarters, from published counts that are nowhere further off than the table allows', async () => {
      const { town, release } = given();
      const { strata, exact } = await town.seen<Curves>(`${KITA}&by=birthYear`);
      const sealed = await town.sealed(release.id, 'life-tables:birthYear');
      expect(exact).toBe(false);
      expect(strata).toHaveLength(sealed.length);
      for (const { key, points } of strata) {
        const place = sealed.find(({ coordinates }) => coordinates['birthYear'] === key['birthYear']);
        points.forEach(({ t, atRisk, events }, i) => {
          expect(t).toBe(3 * i);
          const trueCount = (measure: string): number => place?.values[measure]?.['kita']?.[t]?.[0] ?? 0;
          expect(Math.abs(atRisk - trueCount('at-risk'))).toBeLessThanOrEqual(5);
          expect(Math.abs(events - trueCount('events'))).toBeLessThanOrEqual(5);
        });
      }
    });

    it('lie near the exact curve, which is within their limits', async () => {
      const { town } = given();
      const [published] = (await town.seen<Curves>(KITA)).strata;
      const [exact] = (await town.exact<Curves>('curves?asOf=2026-06&stage=kita')).strata;
      const shown = published?.points.filter(({ estimate }) => estimate !== null) ?? [];
      expect(shown.length).toBeGreaterThan(10);
      for (const { t, lower, upper } of shown) {
        const value = exact?.points.findLast((point) => point.t <= t)?.estimate ?? 0;
        expect(value).toBeGreaterThanOrEqual((lower ?? 0) - 1e-9);
        expect(value).toBeLessThanOrEqual((upper ?? 1) + 1e-9);
      }
    });

    it('end where too few are at risk', async () => {
      const { strata, floor } = await given().town.seen<Curves>(`${KITA}&by=birthYear`);
      for (const { points } of strata) {
        const end = points.findIndex(({ atRisk }) => atRisk < floor);
        expect(points.findIndex(({ belowFloor }) => belowFloor)).toBe(end);
        points.forEach(({ estimate }, i) => {
          expect(estimate === null).toBe(end !== -1 && i >= end);
        });
      }
    });

    it.each([
      ['curves?release=latest&stage=school&from=kita', 422, 'Nearest: from=birth&stage=school'],
      ['curves?release=latest&stage=kita&by=birthYear,area', 422, 'Nearest: by=area&level=district'],
      ['curves?release=latest&stage=kita&dimension=last', 400, 'belongs to exact figures'],
      ['curves?release=latest&stage=kita&horizon=24', 400, 'belongs to exact figures'],
      ['occupation?release=latest', 422, 'Nearest: /v1/curves?stage=work&chain=example&release=latest'],
      ['forecast?release=latest', 422, 'Nearest: /v1/drop-offs?by=birthYear&chain=example&release=latest'],
    ])('are not what %s asks for', async (figure, status, told) => {
      expect((await given().town.refusal(figure, status)).detail).toContain(told);
    });
  });

  describe('protected comparisons', () => {
    it('set areas against the town by published counts, adjusted for poverty risk', async () => {
      const { town } = given();
      const question = 'comparisons?release=latest&stage=kita&level=borough';
      const answer = await town.seen<Comparison>(question);
      expect(answer).toMatchObject({ exact: false, adjustedFor: ['povertyRisk'] });
      const { rows } = await town.seen('drop-offs?release=latest&by=area&level=borough');
      const kita = rows.filter(({ stage, area }) => stage === 'kita' && area !== 'unknown');
      expect(answer.areas.map(({ area, n, share }) => [area, n, share])).toEqual(
        kita.map(({ area, reachedShare }) => [area, reachedShare.n, reachedShare]),
      );
      for (const { n, reached, share, funnel, standardised } of answer.areas) {
        const without = wilson(reached, n);
        expect(share.lower).toBeLessThan(without.lower ?? 0);
        expect(share.upper).toBeGreaterThan(without.upper ?? 1);
        // Drawn apart by what noise does to a share, beyond what the areas differ.
        const expected = [{ n, share: answer.town.reached / answer.town.n }];
        const chance = funnelLimits(expected, answer.overDispersion?.inflation);
        expect(funnel?.lower95).toBeLessThan(chance?.lower95 ?? 0);
        expect(funnel?.upper95).toBeGreaterThan(chance?.upper95 ?? 1);
        expect(standardised).toMatchObject({
          method: 'direct-with-noise',
          value: expect.any(Number) as number,
        });
      }
      const byYear = await town.seen<Comparison>(`${question}&adjustFor=birthYear`);
      expect(byYear.adjustedFor).toEqual(['birthYear']);
      expect(byYear.areas.map(({ funnel }) => funnel)).toEqual(answer.areas.map(({ funnel }) => funnel));
    });

    it.each(['adjustFor=birthYear,povertyRisk', 'birthYear=2012'])('are not there for %s', async (asked) => {
      const { code, detail } = await given().town.refusal(
        `comparisons?release=latest&stage=kita&${asked}`,
        422,
      );
      expect(code).toBe('figures.table-not-published');
      expect(detail).toContain('Nearest: adjustFor=povertyRisk');
    });
  });

  describe('protected figures', () => {
    it.each(ANSWERS)(
      'are the same to the byte when they are asked for again, and each time it is logged: %s',
      async (question) => {
        const { town, release } = given();
        const path = `/v1/${question}&chain=example`;
        const before = await town.reads();
        const answers: unknown[] = [];
        for (const asked of ['latest', 'latest', release.id]) {
          const answer = await town.get(`${path}&release=${asked}`);
          answers.push([answer.status, answer.headers.get('content-type'), await answer.text()]);
        }
        expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
        expect(await town.reads()).toBe(before + 3);
      },
    );

    it('are not for whoever has no scope, however often others have asked', async () => {
      const path = '/v1/drop-offs?chain=example&release=latest&by=birthYear';
      const { town } = given();
      await town.get(path);
      expect((await town.system.send('registry-office', 'GET', path)).status).toBe(403);
    });

    it('name the nearest table to who asks for one that is not published', async () => {
      const { code, detail } = await given().town.refusal(
        'drop-offs?release=latest&by=birthYear,area,povertyRisk',
        422,
      );
      expect(code).toBe('figures.table-not-published');
      expect(detail).toContain('Nearest: by=birthYear,');
    });

    it.each(['asOf=2026-06', 'knownBefore=2026-01-01T00:00:00Z'])(
      'have their own clocks, so not %s',
      async (clock) => {
        const { code } = await given().town.refusal(`drop-offs?release=latest&${clock}`, 400);
        expect(code).toBe('figures.clocks-or-release');
      },
    );

    it.each(['dimension=first', 'boundaries=today', 'minPosition=1'])(
      'were counted one way, so not %s',
      async (parameter) => {
        const { code } = await given().town.refusal(`drop-offs?release=latest&${parameter}`, 400);
        expect(code).toBe('figures.not-with-a-release');
      },
    );

    it('are unknown under another chain or id', async () => {
      const { town } = given();
      expect((await town.refusal('drop-offs?release=example-2026-06-9', 404)).code).toBe(
        'figures.unknown-release',
      );
      expect((await town.get('/v1/drop-offs?chain=other&release=latest')).status).toBe(404);
    });

    it.each(['drop-offs?', 'flows?', 'curves?stage=kita&', 'comparisons?stage=kita&'])(
      'say in both languages how they were protected, and that they don’t add up: %s',
      async (figure) => {
        const { exact, protection } = await given().town.seen(`${figure}release=latest`);
        expect([exact, protection?.method, protection?.additive]).toEqual([false, 'cell-key', false]);
        expect(protection?.note.en).toContain('don’t add up');
        expect(protection?.note.de).toContain('nicht genau die Summe');
        const stat = await given().town.seen<{ extension: Answer }>(
          `${figure}release=latest&format=json-stat`,
        );
        expect(stat.extension.protection).toEqual(protection);
      },
    );

    it.each(['drop-offs?', 'flows?', 'curves?stage=kita&', 'comparisons?stage=kita&'])(
      'say so in each line of a CSV: %s',
      async (figure) => {
        const { town, release } = given();
        const response = await town.get(`/v1/${figure}chain=example&release=latest&format=csv`);
        const [header = '', ...lines] = (await response.text()).trimEnd().split('\r\n');
        expect(header.endsWith(',release,method,additive,withdrawn')).toBe(true);
        expect(lines.length).toBeGreaterThan(1);
        for (const line of lines) expect(line.endsWith(`,${release.id},cell-key,false,`)).toBe(true);
      },
    );

    it('mark in JSON-stat what may be hidden, and why', async () => {
      const { town } = given();
      const ofDropOffs = await town.seen<Dataset>('drop-offs?release=latest&format=json-stat');
      const stages = (await town.seen('drop-offs?release=latest')).rows.length;
      // Each of the thirteen statuses of a stage has a count or is said to be hidden.
      const shown = Object.keys(ofDropOffs.value).length;
      expect(Object.values(ofDropOffs.status)).toEqual(new Array(13 * stages - shown).fill('hidden'));
      expect(ofDropOffs.extension.statusLabel.hidden).toBe('none, or up to 5 children');
      const ofFlows = await town.seen<Dataset>('flows?release=latest&format=json-stat');
      expect(new Set(Object.values(ofFlows.status))).toEqual(new Set(['hidden']));
      const [curve] = (await town.seen<Curves>(KITA)).strata;
      const ofCurve = await town.seen<Dataset>(`${KITA}&format=json-stat`);
      const ended = curve?.points.filter(({ belowFloor }) => belowFloor).length ?? 0;
      expect(ended).toBeGreaterThan(0);
      expect(Object.values(ofCurve.status)).toEqual(new Array(4 * ended).fill('belowFloor'));
      expect(ofCurve.extension.statusLabel.belowFloor).toBe('fewer than 30 children at the base');
    });
  });
}
