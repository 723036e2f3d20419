import { pino } from 'pino';
import { OutcomeCounter } from './outcome-counter';

const rejected = (...codes: string[]): Parameters<OutcomeCounter['add']>[1] => [
  { index: 0, id: 'a', outcome: 'rejected', faults: codes.map((code) => ({ code, pointer: '' })) },
];

/** A counter, the rows that reach its database, and whether that is away. */
function counting(): { counter: OutcomeCounter; written: unknown[][]; state: { away: boolean } } {
  const written: unknown[][] = [];
  const state = { away: false };
  const query = (_sql: string, [agencies = [], ...columns]: unknown[][]): Promise<void> => {
    if (state.away) return Promise.reject(new Error('away'));
    agencies.forEach((agency, at) => written.push([agency, ...columns.map((column) => column[at])]));
    return Promise.resolve();
  };
  const clock = (): Date => new Date('2026-01-31T23:59:59Z');
  const pool = { query } as unknown as ConstructorParameters<typeof OutcomeCounter>[0];
  return { counter: new OutcomeCounter(pool, clock, pino({ level: 'silent' })), written, state };
}
const JANUARY = 2026 * 12;

describe('what posts bring that is no record', () => {
  it('is written together, a row once for each of its codes', async () => {
    const { counter, written } = counting();
    counter.add('youth-office', rejected('x', 'y', 'x'));
    counter.add('youth-office', rejected('x'));
    counter.add('youth-office', [
      { index: 0, id: 'b', outcome: 'duplicate' },
      { index: 1, id: 'c', outcome: 'accepted' },
    ]);
    await counter.write();
    expect(written).toEqual([
      ['youth-office', JANUARY, 'rejected', '', 2],
      ['youth-office', JANUARY, 'fault', 'x', 2],
      ['youth-office', JANUARY, 'fault', 'y', 1],
      ['youth-office', JANUARY, 'duplicate', '', 1],
    ]);
  });

  it('is kept while the database is away, and written when the process ends', async () => {
    const { counter, written, state } = counting();
    state.away = true;
    counter.add('youth-office', rejected('x'));
    await counter.write();
    counter.add('youth-office', rejected('x'));
    state.away = false;
    await counter.beforeApplicationShutdown();
    expect(written).toEqual([
      ['youth-office', JANUARY, 'rejected', '', 2],
      ['youth-office', JANUARY, 'fault', 'x', 2],
    ]);
  });
});
