import { isTransient } from './transient';

const withCode = (code: string): Error => Object.assign(new Error('no'), { code });

describe('an error that may pass', () => {
  it.each(['08006', '40001', '40P01', '53300', '55P03', '57P01', '57014', '58030', 'ECONNRESET', 'EPIPE'])(
    'is one with the code %s',
    (code) => expect(isTransient(withCode(code))).toBe(true),
  );

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'timeout exceeded when trying to connect',
  ])('is what the driver says without a code: %s', (message) => {
    expect(isTransient(new Error(message))).toBe(true);
  });

  it.each(['22P02', '23505', '42P01', 'XX000'])('is none with the code %s', (code) =>
    expect(isTransient(withCode(code))).toBe(false),
  );

  it('is none that the projection itself throws', () => {
    expect(isTransient(new RangeError('has no month'))).toBe(false);
    expect(isTransient('connection terminated')).toBe(false);
  });
});
