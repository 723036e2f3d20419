import { WrongExpectedRevisionError } from '../../errors';
import { anAppend, anEvent, NOW } from '../builders';
import { countOf, expectUnbroken } from '../expectations';
import type { EngineInUse } from '../use-engine';

const CALLERS = 200;

export function itSettlesRaces(use: EngineInUse): void {
  it('of two who start the same stream at once, one does and the other is told', async () => {
    const [a, b] = [use.open(), use.open()];
    const start = (): ReturnType<typeof anAppend>[] => [anAppend('case-race', { expected: 'noStream' })];
    const results = await Promise.allSettled([a.append(start(), NOW), b.append(start(), NOW)]);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(refused).toMatchObject([{ conflicts: [{ stream: 'case-race', actual: 0n }] }]);
  });

  it('the same append twice at once is one append: both get its places', async () => {
    const call = [anAppend('case-twice', { expected: 'noStream' }), anAppend('case-twice-2')];
    const answers = await Promise.all([use.open(), use.open()].map((store) => store.append(call, NOW)));
    const [first, second] = answers.map((answer) => answer.map(({ position }) => position));
    expect(first).toEqual(second);
    expect(answers.map((answer) => answer.every(({ stored }) => stored)).sort()).toEqual([false, true]);
  });

  it('of two who send one id to different streams at once, one does and the other is told', async () => {
    const events = [anEvent()];
    const calls = ['case-here', 'case-there'].map((stream) =>
      use.open().append([anAppend(stream, { events })], NOW),
    );
    const results = await Promise.allSettled(calls);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(refused).toMatchObject([{ name: 'IdConflictError', ids: [events[0]?.id] }]);
  });

  it(`${CALLERS} callers of one store get their own verdict each`, async () => {
    const calls = Array.from({ length: CALLERS }, (_, index) =>
      use.store.append(
        [anAppend(`case-crowd-${index}`, { expected: index % 10 === 0 ? 5n : 'noStream' })],
        NOW,
      ),
    );
    const results = await Promise.allSettled(calls);
    results.forEach((result, index) => {
      expect(result.status).toBe(index % 10 === 0 ? 'rejected' : 'fulfilled');
    });
    expect(results[10]).toMatchObject({ reason: { conflicts: [{ stream: 'case-crowd-10', actual: null }] } });
    expect(results[11]).toMatchObject({ value: [{ stream: 'case-crowd-11', revision: 0n }] });
    await expectUnbroken(use.store, await use.wholeLog());
  });

  it('callers of one store who append to one stream line up', async () => {
    const calls = Array.from({ length: 20 }, () => use.store.append([anAppend('case-queue')], NOW));
    const revisions = (await Promise.all(calls)).map(([event]) => event?.revision);
    expect(revisions).toEqual(revisions.map((_, index) => BigInt(index)));
    const late = use.store.append([anAppend('case-queue', { expected: 3n })], NOW);
    await expect(late).rejects.toBeInstanceOf(WrongExpectedRevisionError);
  });
}

/** Two writers who lock the same rows in opposite order wait for each other for ever, unless the store sorts. */
export function itLosesNoDeadlocks(use: EngineInUse, times: number): void {
  it(`batches over the same streams in opposite order never meet in a deadlock, ${times} times`, async () => {
    const [forth, back] = [use.open(), use.open()];
    const streams = Array.from({ length: 10 }, (_, index) => `case-crossing-${index}`);
    const before = await countOf(use.store);
    for (let time = 0; time < times; time++) {
      await Promise.all([
        forth.append(
          streams.map((stream) => anAppend(stream)),
          NOW,
        ),
        back.append(
          streams.toReversed().map((stream) => anAppend(stream)),
          NOW,
        ),
      ]);
    }
    expect(await countOf(use.store)).toBe(before + 2 * times * streams.length);
  }, 300_000);
}
