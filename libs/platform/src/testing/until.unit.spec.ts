import { until } from './until';

describe('waiting for a condition', () => {
  it('gives what the condition answered at last', async () => {
    let asked = 0;
    expect(await until(() => (++asked < 3 ? undefined : `asked ${asked}`), { intervalMs: 1 })).toBe(
      'asked 3',
    );
  });

  it('asks again after an error', async () => {
    let asked = 0;
    const condition = () => (++asked < 2 ? Promise.reject(new Error('not yet')) : Promise.resolve(asked));
    expect(await until(condition, { intervalMs: 1 })).toBe(2);
  });

  it('gives up after the deadline and says for what it waited', async () => {
    const waiting = until(() => false, { what: 'the impossible', timeoutMs: 20, intervalMs: 1 });
    await expect(waiting).rejects.toThrow('Waited 20 ms in vain for the impossible.');
  });
});
