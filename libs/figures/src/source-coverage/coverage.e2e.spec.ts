import { answer, type DropOff, type DropOffs } from '../testing/answers';
import { children, definitions } from '../testing/small-town';
import { startFigures, type RunningFigures } from '../testing/start-figures';
import { calendarAnnounced, delivered } from '../testing/stored-events';

interface Covered {
  readonly coverage?: readonly object[];
}

// Two children of the small town, `lost` and `late`, are lost at kita; their deadline was 2015-08, as that of all four
// whose windows are closed: `in-time` and `homeless` are the others.
describe('figures whose sources announce deliveries', () => {
  let figures: RunningFigures;
  const ANNOUNCED = '2018-01-01T00:00:00.000Z';
  const SAID = Date.UTC(2018, 0, 2);

  beforeAll(async () => {
    figures = await startFigures();
    await figures.append([...definitions, ...children]);
    await figures.project();
  });
  afterAll(() => figures.stop());

  const ask = (more = ''): Promise<DropOffs & Covered> =>
    answer(figures, `/v1/drop-offs?chain=small&asOf=2016-06${more}`);
  const kita = ({ rows }: DropOffs): DropOff[] => rows.filter(({ stage }) => stage === 'kita');
  const complete = async (id: string, from: string, to: string): Promise<void> => {
    const data = { period: { from, to } };
    await figures.append([
      delivered('youth-office', { kind: 'delivery-completed', id, knownAt: SAID, data }),
    ]);
    await figures.project();
  };
  let before: DropOffs & Covered;

  it('say nothing of it while nothing is announced', async () => {
    before = await ask();
    expect(before).not.toHaveProperty('coverage');
    expect(kita(before)).toMatchObject([{ counts: { lost: 2 }, reachedShare: { n: 4 } }]);
  });

  it('do not count as lost who nobody has reported on, and leave these windows open', async () => {
    const monthly = { rhythm: 'monthly', from: '2015-01', dueWithinMonths: 1 } as const;
    await figures.append([calendarAnnounced('youth-office', [{ stages: ['kita'], ...monthly }], ANNOUNCED)]);
    await figures.project();
    const now = await ask();
    expect(now.coverage).toEqual([
      { agency: 'youth-office', stages: ['kita'], completedThrough: null, due: '2016-05', state: 'silent' },
    ]);
    const { lost, overdue = 0, ...counts } = kita(before)[0]?.counts ?? {};
    expect(kita(now)).toMatchObject([
      {
        counts: { ...counts, overdue: overdue + (lost ?? 0) },
        unconfirmed: 2,
        reachedShare: { value: null, n: 0 },
      },
    ]);
    expect(now.rows.filter(({ stage }) => stage !== 'kita')).toEqual(
      before.rows.filter(({ stage }) => stage !== 'kita'),
    );
    expect(now.scope).toEqual(before.scope);
  });

  it('carry the mark in CSV and JSON-stat too', async () => {
    const csv = await (await figures.get('/v1/drop-offs?chain=small&asOf=2016-06&format=csv')).text();
    const [header, ...lines] = csv.trim().split('\r\n');
    expect(header?.endsWith(',closedWindows,unconfirmed')).toBe(true);
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['0', '0', '2']);
    const stat = await answer<{
      status: Record<string, string>;
      value: Record<string, number>;
      extension: Covered;
    }>(figures, '/v1/drop-offs?chain=small&asOf=2016-06&format=json-stat');
    const cells = Object.keys(kita(await ask())[0]?.counts ?? {}).length;
    expect(Object.values(stat.status)).toEqual(new Array(cells).fill('unconfirmed'));
    expect(stat.extension.coverage).toHaveLength(1);
    expect(await answer<Covered>(figures, '/v1/flows?chain=small&asOf=2016-06')).toHaveProperty('coverage');
  });

  it('count them as lost from the month on through which the source has delivered, and as they were then before', async () => {
    await complete('to-july', '2015-01', '2015-07');
    expect(kita(await ask())).toMatchObject([{ unconfirmed: 2 }]);
    await complete('august', '2015-08', '2015-08');
    const now = await ask();
    expect(now.rows).toEqual(before.rows);
    expect(now.coverage).toMatchObject([{ completedThrough: '2015-08', state: 'silent' }]);
    const between = await ask('&knownBefore=2018-01-01T12:00:00Z');
    expect(kita(between)).toMatchObject([{ unconfirmed: 2 }]);
    const early = await ask(`&knownBefore=${ANNOUNCED}`);
    expect([early.rows, early.coverage]).toEqual([before.rows, undefined]);
  });

  it('are partly covered while nothing is overdue, and completely once all is delivered', async () => {
    await complete('to-may', '2015-09', '2016-05');
    expect((await ask()).coverage).toMatchObject([{ completedThrough: '2016-05', state: 'partial' }]);
    await complete('june', '2016-06', '2016-06');
    expect((await ask()).coverage).toMatchObject([{ completedThrough: '2016-06', state: 'complete' }]);
  });
});
