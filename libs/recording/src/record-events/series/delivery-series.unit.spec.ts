import { setImmediate as turn } from 'node:timers/promises';
import { MemoryEventStore, type AppendedEvent, type StoredEvent } from '@lueckenlos/event-store';
import fc from 'fast-check';
import { completed, corrected, linked, reached, retracted } from '../../testing/events';
import { short, TestRecording } from '../../testing/recording';
import type { RowResult } from '../row';

type Values = readonly unknown[];
/** A delivery, and what comes another way after it was judged and before it is stored. */
interface Step {
  readonly rows: Values;
  readonly meanwhile: Values;
}

const CASES = 4;
const own = fc.integer({ min: 0, max: 19 });
/** Of records that come another way, too: a row that is refused is not looked at again, so others have other ids. */
const shared = fc.integer({ min: 20, max: 60 });
const any = fc.integer({ min: 0, max: 60 });
const month = fc.constantFrom('2012-05', '2015-08', '2020-01');
const subjectOf = (id: number): string => `c${id % CASES}`;
const row = fc.oneof(
  fc
    .tuple(shared, month, fc.constantFrom('birth', 'kita', 'school'))
    .map(([id, when, stage]) => reached(stage, when, { id: `r${id}`, subject: subjectOf(id) })),
  fc
    .tuple(own, any, month)
    .map(([id, of, when]) => corrected(`r${of}`, when, { id: `r${id}`, subject: subjectOf(of) })),
  fc.tuple(own, any).map(([id, of]) => retracted(`r${of}`, { id: `r${id}`, subject: subjectOf(of) })),
);
const records = fc
  .tuple(shared, month, fc.constantFrom('birth', 'kita'))
  .map(([id, when, stage]) => reached(stage, when, { id: `r${id}`, subject: subjectOf(id) }));
const step: fc.Arbitrary<Step> = fc.record({
  rows: fc.array(row, { maxLength: 8 }),
  meanwhile: fc.oneof(fc.constant([]), fc.array(records, { maxLength: 2 })),
});

/** A log that takes its time: what is appended is not there yet when the next delivery is judged. */
class SlowLog extends MemoryEventStore {
  override async append(...call: Parameters<MemoryEventStore['append']>): Promise<AppendedEvent[]> {
    await turn();
    return super.append(...call);
  }
}

/** Each delivery prepared while the one before is stored, as an import does it. */
async function sendAhead(recording: TestRecording, steps: readonly Step[]): Promise<RowResult[][]> {
  const prepare = recording.series();
  const results: RowResult[][] = [];
  let store = await prepare(steps[0]?.rows ?? []);
  for (const [at, { meanwhile }] of steps.entries()) {
    await recording.send(meanwhile);
    const [stored, next] = await Promise.all([store(), prepare(steps[at + 1]?.rows ?? [])]);
    results.push(stored);
    store = next;
  }
  return results;
}

async function sendInTurn(recording: TestRecording, steps: readonly Step[]): Promise<RowResult[][]> {
  const results: RowResult[][] = [];
  for (const { rows, meanwhile } of steps) {
    await recording.send(meanwhile);
    results.push(await recording.send(rows));
  }
  return results;
}

const told = (results: readonly RowResult[][]): string[][] => results.map((some) => some.map(short));
const log = async ({ store }: TestRecording): Promise<StoredEvent[]> => store.readAll(0n, 10_000);

describe('deliveries that are judged ahead', () => {
  it('end as they would one after the other, whatever comes another way meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const [ahead, inTurn] = [new TestRecording(new SlowLog()), new TestRecording()];
        expect(told(await sendAhead(ahead, steps))).toEqual(told(await sendInTurn(inTurn, steps)));
        expect(await log(ahead)).toEqual(await log(inTurn));
      }),
      { numRuns: 100 },
    );
  });

  it('know the rows that are still on their way, and what an agency said in between', async () => {
    const steps = [
      [reached('kita', '2015-08', { id: 'k1', subject: 'c1' })],
      [reached('kita', '2016-08', { id: 'k2', subject: 'c2' }), linked('c1', 'c2', { id: 'l' })],
      [completed('2015-01', '2015-12', { id: 'd' }), reached('kita', '2015-08', { id: 'k1', subject: 'c1' })],
      [linked('c2', 'c3', { id: 'm' }), reached('birth', '2017-01', { id: 'b', subject: 'c2' })],
      [
        corrected('b', '2014-01', { id: 'e', subject: 'c2' }),
        reached('kita', '2013-01', { id: 'k3', subject: 'c2' }),
      ],
    ].map((rows) => ({ rows, meanwhile: [] }));
    const [ahead, inTurn] = [new TestRecording(new SlowLog()), new TestRecording()];
    expect(told(await sendAhead(ahead, steps))).toEqual(told(await sendInTurn(inTurn, steps)));
  });

  it('are judged ahead again soon after something came another way', async () => {
    const store = new SlowLog();
    const appends = jest.spyOn(store, 'append');
    const kita = (id: string): unknown => reached('kita', '2015-08', { id, subject: 'c1' });
    const steps = Array.from({ length: 20 }, (_, at) => ({
      rows: [kita(`f${at}`)],
      meanwhile: at === 1 ? [kita('posted')] : [],
    }));
    const results = await sendAhead(new TestRecording(store), steps);
    expect(told(results).flat()).toEqual(steps.map(() => 'accepted'));
    // One for each delivery and for the post, and the one that was refused because of it.
    expect(appends).toHaveBeenCalledTimes(steps.length + 2);
  });

  it('read a case that is there once, a new one never, and no ids after those of the first delivery were all new', async () => {
    const store = new SlowLog();
    const recording = new TestRecording(store);
    await recording.send([reached('birth', '2012-05', { id: 'there', subject: 'c0' })]);
    const read = jest.spyOn(store, 'readStreams');
    const ids = jest.spyOn(store, 'findByIds');
    const steps = Array.from({ length: 5 }, (_, at) => {
      const rows = [0, 1, 2].map((of) =>
        reached('kita', '2015-08', { id: `${at}-${of}`, subject: `c${of}` }),
      );
      return { rows, meanwhile: [] };
    });
    const results = await sendAhead(recording, steps);
    expect(told(results).flat()).toEqual(Array.from({ length: 15 }, () => 'accepted'));
    expect(read.mock.calls.map(([streams]) => streams)).toEqual([['case-c0']]);
    // The second delivery is judged before anything is known of the first one's ids.
    expect(ids.mock.calls.length).toBeLessThanOrEqual(2);
  });
});
