import type { Given } from '../town';

/** One of each figure, in each format. */
const ANSWERS = [
  'drop-offs?by=birthYear',
  'flows?by=birthYear',
  'curves?stage=kita&by=birthYear',
  'comparisons?stage=kita&level=borough',
].flatMap((question) => ['json', 'csv', 'json-stat'].map((format) => `${question}&format=${format}`));

/** Answers that are asked for again. */
export function keptAnswers(given: Given): void {
  describe('answers from a release', () => {
    it.each(ANSWERS)(
      'are the same to the byte when they are asked for again, and each time it is logged: %s',
      async (question) => {
        const { town, release } = given();
        const path = `/v1/${question}&chain=example`;
        const before = await town.reads();
        const answers: unknown[] = [];
        for (const asked of ['latest', 'latest', release.id]) {
          const answer = await town.get(`${path}&release=${asked}`);
          answers.push([answer.status, answer.headers.get('content-type'), await answer.text()]);
        }
        expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
        expect(await town.reads()).toBe(before + 3);
      },
    );

    it.each(['drop-offs?by=povertyRisk', 'flows?by=povertyRisk'])(
      'are in the language of whoever asks, whatever the one before asked in: %s',
      async (question) => {
        const path = `/v1/${question}&chain=example&release=latest&format=json-stat`;
        const ask = async (language: string): Promise<string> => {
          const headers = { 'accept-language': language };
          const { system } = given().town;
          return (await system.send('coordinator', 'GET', path, undefined, { headers })).text();
        };
        const [german, english] = [await ask('de'), await ask('en')];
        expect(german).not.toBe(english);
        expect([await ask('de'), await ask('en')]).toEqual([german, english]);
      },
    );

    it('are not for whoever has no scope, however often others have asked', async () => {
      const path = '/v1/drop-offs?chain=example&release=latest&by=birthYear';
      const { town } = given();
      await town.get(path);
      expect((await town.system.send('registry-office', 'GET', path)).status).toBe(403);
    });
  });
}
