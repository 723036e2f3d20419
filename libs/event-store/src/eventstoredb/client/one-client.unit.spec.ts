import { readSettings } from '../settings/eventstoredb-settings';
import { shareClient, type ClientShare } from './one-client';

const at = (port: number): ClientShare =>
  shareClient(
    readSettings(`esdb://127.0.0.1:${port}?tls=false`, { production: false, allowInsecure: true }),
    100,
  );

describe('The client of a process', () => {
  it('is one for all its stores, and none is connected to another log meanwhile', async () => {
    const [one, other] = [at(1), at(1)];
    expect(other.client).toBe(one.client);
    expect(() => at(2)).toThrow('one client a process');
    await one.release();
    await one.release();
    expect(() => at(2)).toThrow('one client a process');
    await other.release();
    await at(2).release();
  });

  it('is replaced once for all who found it spoilt', async () => {
    const [one, other] = [at(1), at(1)];
    const spoilt = one.client;
    await Promise.all([one.replace(spoilt), other.replace(spoilt)]);
    const { client } = one;
    expect(client).not.toBe(spoilt);
    await other.replace(spoilt);
    expect([one.client, other.client]).toEqual([client, client]);
    await Promise.all([one.release(), other.release()]);
  });
});
