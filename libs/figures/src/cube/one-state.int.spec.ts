import { MEASURES, parseMonth } from '@lueckenlos/chain';
import { inTransaction } from '@lueckenlos/platform';
import { AreaMap } from '../areas/area-map';
import { dropOffRows } from '../drop-offs/drop-offs';
import type { FigureQuery } from '../query/figure-query';
import { betweenQueries } from '../testing/between-queries';
import { children, definitions, LATE, told } from '../testing/small-town';
import { startFigures, type RunningFigures } from '../testing/start-figures';
import { readFigure, type Figure } from './figure';
import { GroupTable } from './group-table';
import { readCube } from './read-cube';
import { enterLiveVersion } from './read-model';
import { SeriesIndex } from './series-index';

jest.setTimeout(60_000);

/** More statements than a figure needs, so that something happens between any two of them. */
const STATEMENTS = 12;

/** How often the cells were looked through, and whether it is still allowed to do so with other tables. */
const SCANS =
  "SELECT seq_scan, current_setting('enable_seqscan') FROM pg_stat_xact_user_tables WHERE relid = 'cell'::regclass";

const MONTH = parseMonth('2016-06') ?? NaN;

const NO_AREAS = new AreaMap([], MONTH);

const question = (knownBefore: string | null): FigureQuery => ({
  chain: 'small',
  asOf: MONTH,
  boundaries: MONTH,
  knownBefore: knownBefore === null ? null : new Date(knownBefore),
  by: ['birthYear'],
  filters: { birthYear: null, schoolYear: null, area: null, povertyRisk: null },
  level: null,
  dimension: 'last',
  minPosition: null,
});

const contents = (figure: Figure): unknown => [figure.chain.position, dropOffRows(figure)];

describe('a figure', () => {
  let figures: RunningFigures;

  beforeAll(async () => {
    figures = await startFigures();
    await figures.append([...definitions, ...children]);
    await figures.project();
  });
  afterAll(() => figures.stop());

  const ask = (pool = figures.pool, knownBefore: string | null): Promise<Figure> =>
    readFigure(pool, question(knownBefore), MEASURES);

  it.each([
    ['everything known', null],
    ['what was known before an instant', LATE],
  ])(
    'of %s is of the one position that it names, whatever is projected while it is read',
    async (_, known) => {
      for (let statements = 1; statements <= STATEMENTS; statements++) {
        const before = await ask(figures.pool, known);
        const born = told(`${known} ${statements}`, 'birth', '2012-05', { area: 'D1', knownat: LATE });
        const arrives = async (): Promise<void> => {
          await figures.append([born]);
          await figures.project();
        };
        const meanwhile = await ask(betweenQueries(figures.pool, statements, arrives), known);
        const after = await ask(figures.pool, known);
        const named = [before, after].find(({ position }) => position === meanwhile.position);
        expect([statements, meanwhile.position]).toEqual([statements, named?.position]);
        expect([statements, contents(meanwhile)]).toEqual([statements, named && contents(named)]);
      }
    },
  );

  it('finds its cells by their index, and not among all the versions of cells that are gone', async () => {
    await inTransaction(figures.pool, async (tx) => {
      await enterLiveVersion(tx);
      // Now PostgreSQL knows that the table is small, and would rather look through it.
      await tx.query('ANALYZE cell');
      const scans = async (): Promise<unknown> => (await tx.query(SCANS)).rows;
      const before = await scans();
      await readCube(tx, question(null), new GroupTable(question(null), NO_AREAS, new SeriesIndex()));
      expect(await scans()).toEqual(before);
    });
  });
});
