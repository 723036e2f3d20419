import type { Given } from '../town';

/** Published counts by status, with shares. */
export function protectedDropOffs(given: Given): void {
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
}
