import type { Answer, Given, Row, Town } from '../town';

const BREAKDOWNS = ['birthYear', 'schoolYear', 'area', 'povertyRisk'];
/** With the breakdown that each filters by. */
const FILTERS: readonly (readonly [breakdown: string | null, filter: string])[] = [
  [null, ''],
  ['birthYear', '&birthYear=2012'],
  ['schoolYear', '&schoolYear=2018,2019'],
  ['area', '&area=N'],
  ['area', '&area=D01&level=borough'],
  ['povertyRisk', '&povertyRisk=true'],
];
const SINGLE = [[], ...BREAKDOWNS.map((one) => [one])];
const PAIRS = BREAKDOWNS.flatMap((one, i) => BREAKDOWNS.slice(i + 1).map((other) => [one, other]));

interface Found extends Answer {
  readonly strata?: readonly { readonly key: object }[];
}

/** Asks, and where there is no such table once more for the nearest; gives what the answer is broken down by. */
async function brokenDownBy(town: Town, figure: string, asked: string): Promise<string[]> {
  const answer = await town.get(`/v1/${figure}chain=example&release=latest&${asked}`);
  if (answer.status === 422) {
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect([asked, code]).toEqual([asked, 'figures.table-not-published']);
    const [, nearest = ''] = /Nearest: (\S+)\. /.exec(detail) ?? [];
    await brokenDownBy(town, figure, nearest);
    return [];
  }
  const { rows = [], strata = [] } = (await answer.json()) as Partial<Found>;
  const groups = [...rows, ...strata.map(({ key }) => key)];
  expect([asked, answer.status, groups.length > 0]).toEqual([asked, 200, true]);
  return BREAKDOWNS.filter((breakdown) => breakdown in (groups[0] ?? {}));
}

/** Which questions a release answers. */
export function protectedQuestions(given: Given): void {
  describe('questions to a release', () => {
    it.each([
      ['drop-offs?', [...SINGLE, ...PAIRS]],
      ['flows?', SINGLE],
      ['curves?stage=kita&', SINGLE],
    ])(
      'are answered with what they ask for, or with the nearest question that is: %s',
      async (figure, breakdowns) => {
        const { town } = given();
        let answered = 0;
        for (const by of breakdowns)
          for (const [filtered, filter] of FILTERS) {
            const found = await brokenDownBy(town, figure, `by=${by.join(',')}${filter}`);
            if (found.length === 0 && (by.length > 0 || filtered)) continue;
            expect(new Set(found)).toEqual(new Set([...by, ...(filtered ? [filtered] : [])]));
            answered++;
          }
        expect(answered).toBeGreaterThan(8);
      },
    );

    const areasOf = (rows: readonly Row[]): Set<unknown> => new Set(rows.map(({ area }) => area));

    it('for an area read its own row, and with areas what lies in it', async () => {
      const { town } = given();
      const boroughs = await town.seen('drop-offs?release=latest&by=area&level=borough');
      const north = await town.seen('drop-offs?release=latest&area=N');
      expect(north.rows).toEqual(boroughs.rows.filter(({ area }) => area === 'N'));
      expect(north.scope).not.toBeNull();
      const districts = await town.seen('drop-offs?release=latest&by=area&level=district');
      const within = await town.seen('drop-offs?release=latest&by=area&level=district&area=N');
      expect(areasOf(within.rows)).toEqual(new Set(['D01', 'D02', 'D03']));
      expect(within.rows).toEqual(
        districts.rows.filter(({ area }) => ['D01', 'D02', 'D03'].includes(String(area))),
      );
      expect(within.scope).toEqual(north.scope);
    });

    it('for a part of the areas of their level name the level that has it', async () => {
      const { errors, detail } = await given().town.refusal(
        'drop-offs?release=latest&by=area&level=borough&area=D01',
        422,
      );
      expect(errors[0]?.pointer).toBe('/level');
      expect(detail).toContain('Nearest: by=area&level=district.');
    });

    it('for an area that there is not say so, instead of giving zeros', async () => {
      const { code } = await given().town.refusal('flows?release=latest&by=area&area=D99', 422);
      expect(code).toBe('figures.unknown-area');
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
  });
}
