import { temporaryFolder } from '@lueckenlos/platform/testing';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { readSettings } from './eventstoredb-settings';

const production = { production: true, allowInsecure: false };
const development = { production: false, allowInsecure: false };
const read = (url: string, rules = production): string => readSettings(url, rules).connectionString;

const folder = temporaryFolder();
const caFile = join(folder, 'ca.crt');
writeFileSync(caFile, rootCertificates[0] ?? '');
afterAll(() => rmSync(folder, { recursive: true }));

describe('EVENTSTORE_URL', () => {
  it('goes to the client with what is ours to say left to us', () => {
    const url = `esdb://app:p%40ss@node:2113?tls=true&tlsCAFile=${caFile}`;
    expect(read(`${url}&throwOnAppendFailure=false`)).toBe(
      `esdb://app:p%40ss@node:2113?connectionName=lueckenlos&tls=true&tlsCAFile=${caFile}`,
    );
  });

  it('with several nodes never gives up discovering, and prefers the leader', () => {
    const cluster = read('kurrentdb://app:secret@a:2113,b:2113,c:2113?maxDiscoverAttempts=3');
    expect(cluster).toMatch(/^esdb:\/\/app:secret@a:2113,b:2113,c:2113\?/);
    expect(cluster).toContain('nodePreference=leader&maxDiscoverAttempts=2147483647');
    expect(read('esdb+discover://app:secret@cluster.example')).toContain('maxDiscoverAttempts=2147483647');
  });

  it.each([
    ['tls=false', 'unencrypted'],
    ['TLS=x&tls=False', 'unencrypted'],
    ['tlsVerifyCert=false', 'no effect'],
    ['tlsVerifyCret=true', 'unknown options have no effect: tlsVerifyCret'],
  ])('is refused in production with %s, unless that is said to be meant', (option, reason) => {
    const url = `esdb://app:topsecret@node:2113?${option}`;
    expect(() => read(url)).toThrow(reason);
    expect(() => read(url)).toThrow('LUECKENLOS_ALLOW_INSECURE=1');
    expect(() => read(url)).not.toThrow('topsecret');
    const meant = readSettings(url, { production: true, allowInsecure: true });
    expect(meant.warnings.join()).toContain(reason);
  });

  it('never reaches the client with an option for which it would print the password', () => {
    expect(read('esdb://app:secret@node?tlsVerifyCert=false&colour=blue', development)).toBe(
      'esdb://app:secret@node?connectionName=lueckenlos',
    );
  });

  it.each([
    ['tlsCAFile=/nowhere/ca.crt', 'tlsCAFile names a file that cannot be read'],
    [`tlsCAFile=${__filename}`, 'tlsCAFile names a file that holds no certificate'],
    [`userCertFile=${caFile}`, 'userCertFile and userKeyFile go together'],
    ['tls=yes', 'tls must be true or false'],
    ['discoveryInterval=soon', 'discoveryInterval must be a number of milliseconds'],
    ['gossipTimeout=-1', 'gossipTimeout must be a number of milliseconds'],
  ])('is refused with %s, wherever it runs, and quotes no password', (option, reason) => {
    const url = `esdb://app:topsecret@node:2113?${option}`;
    expect(() => read(url, development)).toThrow(reason);
    expect(() => read(url, development)).not.toThrow('topsecret');
  });

  it('says tls in the only way that the client reads', () => {
    expect(read('esdb://node?tls=False', development)).toBe(
      'esdb://node?connectionName=lueckenlos&tls=false',
    );
  });

  it('names each node with its port', () => {
    expect(readSettings('esdb://a:1,b?tls=false', development)).toMatchObject({
      nodes: [
        { host: 'a', port: 1 },
        { host: 'b', port: 2113 },
      ],
      isCluster: true,
      tls: false,
    });
  });

  it.each(['esdb://', 'esdb://user@node', 'esdb://a b:2113', 'http://node', 'esdb://node?tls'])(
    'says what form it has when it is %s, and quotes nothing',
    (url) => {
      expect(() => read(url)).toThrow('must have the form');
      expect(() => read(url)).not.toThrow(`'${url}'`);
    },
  );
});
