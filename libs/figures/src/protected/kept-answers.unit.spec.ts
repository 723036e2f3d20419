import { KeptAnswers } from './kept-answers';

const QUESTION = { name: 'drop-offs', heading: { id: 'krefeld-2026-06-1', withdrawn: null } };

describe('answers from releases', () => {
  const answers = new KeptAnswers({ releaseMemory: 1 });
  let written = 0;
  const ask = async (question: object, size = 10): Promise<string> => {
    const answer = await answers.answer(question, () => Promise.resolve(`${++written}:`.padEnd(size, 'ü')));
    return answer.toString();
  };

  it('are written once for a question, and given again byte by byte', async () => {
    const first = await ask(QUESTION);
    expect(await ask(QUESTION)).toBe(first);
    expect(first).toMatch(/^\d:ü+$/);
  });

  it('are written anew once the release says something else of itself', async () => {
    const before = await ask(QUESTION);
    const withdrawn = { at: '2026-07-01T00:00:00Z', reason: 'The Kita lists were wrong' };
    expect(await ask({ ...QUESTION, heading: { ...QUESTION.heading, withdrawn } })).not.toBe(before);
  });

  it('are no refusals: those are given anew each time', async () => {
    const question = { ...QUESTION, name: 'refused' };
    const refusal = new Error('no such table');
    await expect(answers.answer(question, () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(await ask(question)).toMatch(/^\d:ü+$/);
  });

  it('that were not asked for lately make room where there are too many', async () => {
    const first = await ask(QUESTION);
    for (let n = 0; n < 20; n++) await ask({ n }, 50_000);
    expect(await ask({ n: 19 }, 50_000)).toMatch(new RegExp(`^${written}:`));
    expect(await ask(QUESTION)).not.toBe(first);
  });

  it('that are larger than all the room are given without being kept', async () => {
    const question = { ...QUESTION, name: 'large' };
    expect(await ask(question, 2_000_000)).toHaveLength(2_000_000);
    expect(await ask(question)).toHaveLength(10);
  });
});
