import type { Answer, Given } from '../town';

export interface Curves extends Answer {
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

export const KITA = 'curves?release=latest&stage=kita';

/** Curves from published life tables. */
export function protectedCurves(given: Given): void {
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
}
