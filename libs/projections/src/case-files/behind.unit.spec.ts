import { Behind } from './behind';

/** Work that ends when it is told to. */
function work(): {
  run: () => Promise<void>;
  end: () => void;
  fail: (error: Error) => void;
  started: boolean;
} {
  let [end, fail] = [(): void => undefined, (_: Error): void => undefined];
  const promise = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]));
  const one = {
    started: false,
    end,
    fail,
    run: (): Promise<void> => {
      one.started = true;
      return promise;
    },
  };
  return one;
}

describe('work behind', () => {
  it('goes on while the caller does, one at a time', async () => {
    const [behind, first, second] = [new Behind(), work(), work()];
    await behind.next(first.run);
    const next = behind.next(second.run);
    expect([first.started, second.started]).toEqual([true, false]);
    first.end();
    await next;
    expect(second.started).toBe(true);
    second.end();
    await behind.done();
  });

  it('that failed is told to whoever starts the next, which does not start, and to nobody before', async () => {
    const [behind, first, second] = [new Behind(), work(), work()];
    await behind.next(first.run);
    first.fail(new Error('no room'));
    await behind.settled();
    await expect(behind.next(second.run)).rejects.toThrow('no room');
    await expect(behind.done()).rejects.toThrow('no room');
    expect(second.started).toBe(false);
  });
});
