import { Together } from './together';

/** Writes when told to, and remembers what came together. */
function slowDisk() {
  const rounds: string[][] = [];
  const answers: ((error?: Error) => void)[] = [];
  const together = new Together<string>((items) => {
    rounds.push([...items]);
    return new Promise<void>((resolve, reject) =>
      answers.push((error) => (error ? reject(error) : resolve())),
    );
  });
  return { rounds, together, answer: (error?: Error) => answers.shift()?.(error) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('writing together', () => {
  it('writes what gathers while something is being written in one round, in order', async () => {
    const { rounds, together, answer } = slowDisk();
    const first = together.add('a');
    const others = [together.add('b'), together.add('c')];
    answer();
    await first;
    await turn();
    answer();
    await Promise.all(others);
    expect(rounds).toEqual([['a'], ['b', 'c']]);
  });

  it('lets nobody wait for what has failed, and fails nobody for a neighbour', async () => {
    const { rounds, together, answer } = slowDisk();
    const results = Promise.allSettled(['a', 'b', 'c'].map((item) => together.add(item)));
    answer(new Error('no'));
    await turn();
    answer(new Error('no'));
    await turn();
    answer();
    answer(new Error('no'));
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(rounds).toEqual([['a'], ['b', 'c'], ['b'], ['c']]);
    const later = together.add('d');
    await turn();
    answer();
    await later;
  });
});
