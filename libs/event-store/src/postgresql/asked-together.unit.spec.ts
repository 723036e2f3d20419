import type { StoredEvent } from '../port';
import { AskedTogether } from './asked-together';

/** Answers when told to, and remembers what was asked together. */
function slowDatabase() {
  const queries: string[][] = [];
  const answers: ((error?: Error) => void)[] = [];
  const together = new AskedTogether(
    (keys) => {
      queries.push(keys);
      return new Promise((resolve, reject) =>
        answers.push((error) => (error ? reject(error) : resolve(keys.map(eventOf)))),
      );
    },
    ({ stream }) => stream,
  );
  const ask = async (...keys: string[]): Promise<string[]> =>
    (await together.about(keys)).map(({ stream }) => stream);
  return { queries, ask, answer: (error?: Error) => answers.shift()?.(error) };
}

const eventOf = (stream: string): StoredEvent => ({ stream }) as StoredEvent;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('small questions', () => {
  it('that come while one is being answered go together, and each gets its own answer', async () => {
    const { queries, ask, answer } = slowDatabase();
    const first = ask('a');
    const others = [ask('a', 'b'), ask('b', 'c'), ask()];
    answer();
    expect(await first).toEqual(['a']);
    await turn();
    answer();
    expect(await Promise.all(others)).toEqual([['a', 'b'], ['b', 'c'], []]);
    expect(queries).toEqual([['a'], ['a', 'b', 'c']]);
  });

  it('are not answered by a query that was sent before they came', async () => {
    const { queries, ask, answer } = slowDatabase();
    const asked = [ask('a'), ask('a')];
    answer();
    await turn();
    answer();
    expect(await Promise.all(asked)).toEqual([['a'], ['a']]);
    expect(queries).toEqual([['a'], ['a']]);
  });

  it('that meet a failure are told of it, and those that come later are answered', async () => {
    const { ask, answer } = slowDatabase();
    const failed = Promise.allSettled([ask('a'), ask('b')]);
    answer(new Error('away'));
    await turn();
    answer(new Error('still away'));
    expect(await failed).toMatchObject([{ reason: new Error('away') }, { reason: new Error('still away') }]);
    const later = ask('c');
    answer();
    expect(await later).toEqual(['c']);
  });
});
