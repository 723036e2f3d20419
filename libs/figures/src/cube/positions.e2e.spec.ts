import { until } from '@lueckenlos/platform/testing';
import { answer, type DropOffs } from '../testing/answers';
import { children, definitions, told } from '../testing/small-town';
import { startFigures, type RunningFigures } from '../testing/start-figures';

jest.setTimeout(30_000);

const START = Date.parse('2018-01-01T00:00:00Z');

describe('the position of an answer', () => {
  let figures: RunningFigures;
  let now: number;

  beforeEach(async () => {
    now = START;
    // Every look at the clock is a millisecond later than the last.
    figures = await startFigures(() => new Date(now++));
  });
  afterEach(() => figures.stop());

  const QUESTION = '/v1/drop-offs?chain=small&asOf=2017-12';
  /** Resolves when a question has looked for the position at least once, and has not found it. */
  const waits = (): Promise<boolean> =>
    until(async () => {
      const sql =
        'SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE $1';
      return (await figures.pool.query(sql, ['%SELECT version, position%'])).rowCount === 1;
    });
  const newcomer = (knownat: string) => told('newcomer', 'birth', '2017-12', { area: 'D1', knownat });

  it('is waited for: the answer has the effects of what was just stored', async () => {
    await figures.append(definitions);
    await figures.project();
    const head = await figures.append(children);
    const asked = answer<DropOffs>(figures, `${QUESTION}&minPosition=${head}`);
    await waits();
    await figures.project();
    const { position, scope } = await asked;
    expect(BigInt(position)).toBe(head);
    expect(scope.present).toBe(5);
  });

  it('is not waited for where nobody asks: the answer says how far it goes', async () => {
    const known = await figures.append(definitions);
    await figures.project();
    await figures.append(children);
    const { position, scope, rows } = await answer<DropOffs>(figures, QUESTION);
    expect([BigInt(position), scope.present, rows]).toEqual([known, 0, []]);
  });

  it('is given up on after ten seconds, with word when to come again', async () => {
    const head = await figures.append([...definitions, ...children]);
    await figures.project();
    const started = performance.now();
    const asked = figures.get(`${QUESTION}&minPosition=${head + 1n}`);
    await waits();
    jest.spyOn(performance, 'now').mockReturnValue(started + 11_000);
    const response = await asked;
    jest.restoreAllMocks();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const text = `The read models are at position ${head}, not yet at ${head + 1n}.`;
    expect(await response.json()).toMatchObject({ code: 'figures.not-caught-up', detail: text });
  });

  it('comes with a known-before instant that gives the same answer again, later records or not', async () => {
    await figures.append([...definitions, ...children]);
    await figures.project();
    // Stored while the question waits: known after it was asked, and yet in the answer.
    const head = (await figures.append([])) + 1n;
    const asked = answer<DropOffs>(figures, `${QUESTION}&minPosition=${head}`);
    await waits();
    now += 60_000;
    await figures.append([newcomer(new Date(now).toISOString())]);
    now += 1;
    await figures.project();
    const first = await asked;
    expect(first.scope.present).toBe(6);
    now += 60_000;
    await figures.append([
      told('another', 'birth', '2017-12', { area: 'D1', knownat: new Date(now).toISOString() }),
    ]);
    await figures.project();
    expect((await answer<DropOffs>(figures, QUESTION)).scope.present).toBe(7);
    const again = await answer<DropOffs>(figures, `${QUESTION}&knownBefore=${first.knownBefore}`);
    expect([again.scope, again.rows]).toEqual([first.scope, first.rows]);
  });

  it('is none before the read models are filled for the first time: whoever asks is told to come again', async () => {
    const ask = async (): Promise<unknown[]> => {
      const response = await figures.get(QUESTION);
      const { code } = (await response.json()) as { code: string };
      return [response.status, code, response.headers.get('retry-after')];
    };
    const filling = [503, 'figures.being-filled', '5'];
    expect(await ask()).toEqual(filling);
    await figures.append(definitions);
    await figures.project();
    await figures.pool.query('UPDATE projections.version SET position = 0');
    expect(await ask()).toEqual(filling);
  });

  it('is none where the log is empty: no chain is known', async () => {
    await figures.project();
    const response = await figures.get(QUESTION);
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'figures.unknown-chain' }]);
  });
});
