import { until } from '@lueckenlos/platform/testing';
import { startFaultInjector } from '../testing/injector/fault-injector';
import { loadClientPackage } from './client-package';
import { PackageLogClient } from './package-log-client';

describe('A client that is disposed of', () => {
  it('lets no read that it breaks off pass for the end of the log', async () => {
    const node = await startFaultInjector();
    const client = new PackageLogClient(loadClientPackage('@eventstore/db-client'), node.url, 10_000);
    node.reads.plan('silent', { times: 2 });
    const all = client.readAll({ from: 'start', count: 10 }).catch((error: Error) => error.name);
    const stream = client.readStream('case-1', { from: 0n, count: 10 }).catch((error: Error) => error.name);
    await until(() => node.reads.left === 0, { what: 'both reads to reach the node' });
    await client.dispose();
    expect(await all).toBe('SilenceError');
    expect(await stream).toBe('SilenceError');
    await node.stop();
  });
});
