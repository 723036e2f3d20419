import { databaseFault } from './database-fault';

const withCode = (code: string): Error => Object.assign(new Error('a secret'), { code });

describe('a fault of the database', () => {
  it.each([
    ['a refused connection', withCode('ECONNREFUSED'), 'unreachable'],
    ['an unknown host', withCode('ENOTFOUND'), 'unreachable'],
    ['a broken pipe', withCode('EPIPE'), 'unreachable'],
    ['a mute host', new Error('timeout expired'), 'unreachable'],
    ['a host that falls silent', new Error('Query read timeout'), 'unreachable'],
    ['a lost connection', new Error('Connection terminated unexpectedly'), 'unreachable'],
    ['a lost connection used again', new Error('Client is not queryable'), 'unreachable'],
    ['a shutdown', withCode('57P01'), 'restarting'],
    ['a recovery', withCode('57P03'), 'restarting'],
    ['a wrong password', withCode('28P01'), 'login-refused'],
    ['a missing password', new Error('SASL: client password must be a string'), 'login-refused'],
    ['a missing database', withCode('3D000'), 'login-refused'],
    ['a foreign authority', withCode('SELF_SIGNED_CERT_IN_CHAIN'), 'untrusted'],
    ['a certificate for another host', withCode('ERR_TLS_CERT_ALTNAME_INVALID'), 'untrusted'],
    ['an authority that nobody knows', withCode('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'untrusted'],
    ['no TLS', new Error('The server does not support SSL connections'), 'untrusted'],
    ['a full disk', withCode('53100'), 'full'],
    ['too many connections', withCode('53300'), 'exhausted'],
    ['a busy pool', new Error('timeout exceeded when trying to connect'), 'exhausted'],
    ['a standby', withCode('25006'), 'read-only'],
    ['an error of its disk', withCode('58030'), 'unavailable'],
  ])('is told by its reason: %s', (_, error, reason) => {
    expect(databaseFault(error)).toBe(`platform.database-${reason}`);
  });

  it.each([
    withCode('23505'),
    withCode('22P02'),
    withCode('25P02'),
    withCode('ENOENT'),
    new Error('something else'),
    'no error',
  ])('is nothing that stays: %s', (error) => {
    expect(databaseFault(error)).toBeUndefined();
  });
});
