import { ahead } from './ahead';

/** Counts up to three and tells what it was asked for. */
async function* upToThree(seen: string[], failsAt = Infinity): AsyncGenerator<number> {
  try {
    for (let n = 1; n <= 3; n++) {
      seen.push(`made ${n}`);
      if (n === failsAt) throw new Error(`no ${n}`);
      yield await Promise.resolve(n);
    }
  } finally {
    seen.push('closed');
  }
}

describe('items asked for ahead', () => {
  it('come in order, the next one being made before one is worked on', async () => {
    const seen: string[] = [];
    for await (const n of ahead(upToThree(seen))) seen.push(`took ${n}`);
    expect(seen.filter((one) => one.startsWith('took'))).toEqual(['took 1', 'took 2', 'took 3']);
    expect(seen.indexOf('made 2')).toBeLessThan(seen.indexOf('took 1'));
  });

  it('are closed when nobody wants more', async () => {
    const seen: string[] = [];
    for await (const n of ahead(upToThree(seen))) if (n === 1) break;
    expect(seen.at(-1)).toBe('closed');
  });

  it('fail where the item would have come', async () => {
    const taken: number[] = [];
    const all = async (): Promise<void> => {
      for await (const n of ahead(upToThree([], 3))) taken.push(n);
    };
    await expect(all()).rejects.toThrow('no 3');
    expect(taken).toEqual([1, 2]);
  });
});
