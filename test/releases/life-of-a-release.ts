import { example } from '../chain-small/example';
import { jsonOf } from '../system/json';
import { JUNE, type Answer, type Given, type Problem, type Release } from './town';

interface Flows {
  readonly rows: readonly { readonly from: string; readonly to: string | null; readonly count: number }[];
  readonly unconfirmed?: readonly { readonly from: string; readonly count: number }[];
}

const MAY = { ...JUNE, asOf: '2026-05', label: 'May 2026' };

/** What becomes of releases while more arrives, sources fall silent, a process dies, and one is withdrawn; in this order. */
export function lifeOfARelease(given: Given): void {
  describe('a release, later on,', () => {
    it('stays as it is whatever arrives', async () => {
      const { town } = given();
      const ask = (): Promise<Answer> => town.seen('drop-offs?release=latest&by=area&level=district');
      const before = await ask();
      const births = example
        .lines()
        .filter((line) => line.includes('stage-reached.v1') && line.includes('"birth"'));
      const late = births.slice(0, 50).map((line) => {
        const event = JSON.parse(line) as { id: string; subject: string };
        return JSON.stringify({ ...event, id: `late-${event.id}`, subject: `late-${event.subject}` });
      });
      await town.receive(late);
      expect(await ask()).toEqual(before);
    });

    it('is followed by one that does not count as lost whose source is silent, as exact figures do', async () => {
      const { town } = given();
      const monthly = { stages: ['exam'], rhythm: 'monthly', from: '2020-01', dueWithinMonths: 1 };
      const calendar = '/v1/delivery-calendars/health-office';
      await jsonOf(
        await town.system.send('statistics-unit', 'PUT', calendar, { deliveries: [monthly] }),
        201,
      );
      await town.caughtUp();
      const release = await jsonOf<Release>(await town.publish(MAY), 201);
      expect(release.coverage).toEqual([
        {
          agency: 'health-office',
          stages: ['exam'],
          completedThrough: null,
          due: '2026-04',
          state: 'silent',
        },
      ]);
      const exact = await town.exact('drop-offs?asOf=2026-05&by=birthYear');
      const sealed = await town.sealed(release.id, 'drop-offs:birthYear');
      const trueCounts = exact.rows.map(({ birthYear, stage }) => {
        const { values } = sealed.find(({ coordinates }) => coordinates['birthYear'] === birthYear) ?? {};
        const counts = Object.entries(values?.['status']?.[stage] ?? {}).map(([status, [n]]) => [status, n]);
        return {
          counts: Object.fromEntries(counts) as object,
          unconfirmed: values?.['unconfirmed']?.[stage]?.['']?.[0],
          n: values?.['window']?.[stage]?.['closed']?.[0] ?? 0,
        };
      });
      expect(trueCounts).toEqual(
        exact.rows.map(({ counts, unconfirmed, reachedShare: { n } }) => ({ counts, unconfirmed, n })),
      );
      expect(exact.rows.some(({ unconfirmed }) => unconfirmed)).toBe(true);
      const { rows, coverage } = await town.seen(`drop-offs?release=${release.id}&by=birthYear`);
      expect(coverage).toEqual(release.coverage);
      expect(rows.some(({ unconfirmed }) => unconfirmed)).toBe(true);
    });

    it('tells only of how many it does not know where they went past the silent source', async () => {
      const { town } = given();
      const question = 'flows?release=example-2026-05-1';
      const { rows, unconfirmed = [] } = await town.seen<Flows>(question);
      const exact = await town.exact<Flows>('flows?asOf=2026-05');
      const sum = (flows: Flows['rows'], from: string): number =>
        flows.filter((flow) => flow.from === from).reduce((n, { count }) => n + count, 0);
      expect(unconfirmed.length).toBeGreaterThan(0);
      for (const { from, count } of unconfirmed) {
        expect(sum(rows, from)).toBeLessThan(sum(exact.rows, from));
        // Each published count is off by 5 at most.
        const published = rows.filter((flow) => flow.from === from).length + 1;
        const difference = sum(rows, from) + count - sum(exact.rows, from);
        expect(Math.abs(difference)).toBeLessThanOrEqual(5 * (published + 3));
      }
      expect(unconfirmed.map(({ from }) => from)).not.toContain('exam');
      const csv = await (await town.get(`/v1/${question}&chain=example&format=csv`)).text();
      const untold = csv.split('\r\n').filter((line) => line.split(',')[1] === '?');
      expect(untold).toHaveLength(unconfirmed.length);
      const stat = await town.seen<{ dimension: { to: { category: { label: Record<string, string> } } } }>(
        `${question}&format=json-stat`,
      );
      expect(stat.dimension.to.category.label['?']).toBe('not told: a source is silent');
    });

    it('has used up the month: the next may come from the first of the next one on', async () => {
      const { code, detail } = await jsonOf<Problem>(
        await given().town.publish({ ...JUNE, asOf: '2026-04' }),
        409,
      );
      expect(code).toBe('releases.calendar-full');
      expect(detail).toMatch(/from \d{4}-\d{2}-01 on/);
    });

    it('is shown if the log knows it, whatever a crash has left beside it; what the log does not know is forgotten', async () => {
      const { town, release } = given();
      const { pool } = town.system;
      await pool.query(`UPDATE releases.release SET state = 'prepared' WHERE id = $1`, [release.id]);
      await pool.query(
        `INSERT INTO releases.release (id, chain, state, terms, definitions) VALUES ('lost', 'example', 'prepared', '{}', '{}')`,
      );
      // Whatever is to be published is preceded by a look into the log.
      expect((await town.publish()).status).toBe(409);
      const { rows } = await pool.query<object>('SELECT id, state FROM releases.release ORDER BY id');
      const ids = ['example-2026-05-1', 'example-2026-06-1', 'example-2026-06-2'];
      expect(rows).toEqual(ids.map((id) => ({ id, state: 'published' })));
    });

    it('stays readable once it is withdrawn, marked, and is latest no more', async () => {
      const { town } = given();
      const reason = 'The Kita lists of 2025 were wrong';
      const asked = 'drop-offs?release=example-2026-05-1';
      expect((await town.seen(asked)).protection?.withdrawn).toBeNull();
      expect((await town.seen('drop-offs?release=latest')).release).toBe('example-2026-05-1');
      const withdrawn = await jsonOf<Release>(await town.withdraw('example-2026-05-1', reason));
      expect(withdrawn.withdrawn).toMatchObject({ reason });
      expect((await town.seen('drop-offs?release=latest')).release).toBe('example-2026-06-2');
      expect((await town.seen(asked)).protection?.withdrawn).toMatchObject({ reason });
      const again = await jsonOf<Problem>(await town.withdraw('example-2026-05-1', reason), 409);
      expect(again.code).toBe('releases.already-withdrawn');
      const [listed] = await jsonOf<Release[]>(await town.get('/v1/releases'));
      expect(listed).toMatchObject({ id: 'example-2026-05-1', withdrawn: { reason } });
      for (const id of ['example-2026-06-1', 'example-2026-06-2'])
        await jsonOf(await town.withdraw(id, reason));
      expect((await town.refusal('drop-offs?release=latest', 404)).code).toBe('figures.unknown-release');
    });
  });
}
