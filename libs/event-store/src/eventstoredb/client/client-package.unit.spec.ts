import { createRequire } from 'node:module';
import { loadClientPackage } from './client-package';

const PACKAGE = '@eventstore/db-client';

describe('The client package', () => {
  afterEach(() => jest.restoreAllMocks());

  it('prints no password, not even where a debug log of everything is asked for', () => {
    const debug = createRequire(require.resolve(PACKAGE))('debug') as { enable(names: string): void };
    debug.enable('*');
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    loadClientPackage(PACKAGE).connect('esdb://app:topsecret@127.0.0.1:1?tls=false');
    expect(written.mock.calls.flat().join()).not.toContain('topsecret');
  });
});
