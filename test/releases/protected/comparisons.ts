import { funnelLimits, wilson } from '@lueckenlos/statistics';
import type { Answer, Given, Row } from '../town';

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

const BOROUGHS = 'comparisons?release=latest&stage=kita&level=borough';

/** Areas against the town, by published counts. */
export function protectedComparisons(given: Given): void {
  describe('protected comparisons', () => {
    it('set areas against the town by published counts, adjusted for poverty risk', async () => {
      const { town } = given();
      const answer = await town.seen<Comparison>(BOROUGHS);
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
      const byYear = await town.seen<Comparison>(`${BOROUGHS}&adjustFor=birthYear`);
      expect(byYear.adjustedFor).toEqual(['birthYear']);
      expect(byYear.areas.map(({ funnel }) => funnel)).toEqual(answer.areas.map(({ funnel }) => funnel));
    });

    it('compare the children of one birth year, by the tables of that year', async () => {
      const { town } = given();
      const answer = await town.seen<Comparison>(`${BOROUGHS}&birthYear=2012`);
      // All of one year: nothing is left to adjust for of which there are tables.
      expect(answer.adjustedFor).toEqual([]);
      const { rows: years } = await town.seen('drop-offs?release=latest&by=birthYear&birthYear=2012');
      expect(answer.town.share).toEqual(years.find(({ stage }) => stage === 'kita')?.reachedShare);
      const pairs = await town.seen(
        'drop-offs?release=latest&by=area,birthYear&level=borough&birthYear=2012',
      );
      const kita = pairs.rows.filter(({ stage, area }) => stage === 'kita' && area !== 'unknown');
      expect(answer.areas.map(({ area, share }) => [area, share])).toEqual(
        kita.map(({ area, reachedShare }) => [area, reachedShare]),
      );
    });

    it('compare the parts of an area with it', async () => {
      const { town } = given();
      const boroughs = await town.seen<Comparison>(BOROUGHS);
      const north = await town.seen<Comparison>(
        'comparisons?release=latest&stage=kita&level=district&area=N',
      );
      expect(north.town).toEqual(
        expect.objectContaining(pick(boroughs.areas.find(({ area }) => area === 'N'))),
      );
      expect(north.areas.map(({ area }) => area)).toEqual(['D01', 'D02', 'D03']);
      expect(north.adjustedFor).toEqual(['povertyRisk']);
    });

    it.each([
      ['adjustFor=birthYear,povertyRisk', '/adjustFor', 'adjustFor=povertyRisk'],
      ['birthYear=2012&adjustFor=povertyRisk', '/adjustFor', 'adjustFor=birthYear'],
      ['birthYear=2012&povertyRisk=true', '/povertyRisk', 'adjustFor=povertyRisk'],
      ['birthYear=2012,2013', '/birthYear', 'birthYear=2012'],
      ['level=street', '/level', 'adjustFor=povertyRisk'],
    ])('are not there for %s', async (asked, pointer, nearest) => {
      const { town } = given();
      const question = 'comparisons?release=latest&stage=kita';
      const { code, detail, errors } = await town.refusal(`${question}&${asked}`, 422);
      expect([code, errors[0]?.pointer]).toEqual(['figures.table-not-published', pointer]);
      expect(detail).toContain(`Nearest: ${nearest}. `);
      expect((await town.seen(`${question}&${nearest}`)).exact).toBe(false);
    });
  });
}

/** What is told of the town, too. */
function pick(area: Comparison['areas'][number] | undefined): object {
  return { n: area?.n, reached: area?.reached, share: area?.share };
}
