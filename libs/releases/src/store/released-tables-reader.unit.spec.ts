import { ReleasedTablesReader } from './released-tables-reader';
import type { ReleaseStore } from './release-store';

const place = { coordinates: {}, values: { scope: { '': { present: 7 } } } };

describe('the tables of releases', () => {
  const read: unknown[][] = [];
  const answer = <T>(asked: unknown[], answered: T): Promise<T> => {
    read.push(asked);
    return Promise.resolve(answered);
  };
  const tables = new ReleasedTablesReader({
    find: (...asked: unknown[]) => answer(asked, null),
    publishedCells: (...asked: unknown[]) => answer(asked, [place]),
  } as unknown as ReleaseStore);
  beforeEach(() => void (read.length = 0));

  it('are read once, each of its own', async () => {
    for (let round = 0; round < 2; round++) {
      expect(await tables.places('one', 'drop-offs')).toEqual([place]);
      expect(await tables.places('one', 'life-tables:all', 'kita')).toEqual([place]);
      expect(await tables.places('two', 'drop-offs')).toEqual([place]);
    }
    expect(read).toEqual([
      ['one', 'drop-offs', undefined],
      ['one', 'life-tables:all', 'kita'],
      ['two', 'drop-offs', undefined],
    ]);
  });

  it('are looked for each time: the newest may have been withdrawn', async () => {
    await tables.find('latest', 'krefeld');
    await tables.find('latest', 'krefeld');
    expect(read).toEqual([
      [null, 'krefeld'],
      [null, 'krefeld'],
    ]);
  });
});
