import { StoreFailedError, StoreUnavailableError } from '../errors';
import { mayTryAgain, translate } from './postgres-errors';

const fromDatabase = (code: string): Error => Object.assign(new Error('invalid input: "a secret"'), { code });

describe('Errors of PostgreSQL', () => {
  it.each(['40001', '40P01'])('%s may go through at the next try', (code) => {
    expect(mayTryAgain(fromDatabase(code))).toBe(true);
  });

  it.each([
    fromDatabase('22P02'),
    fromDatabase('23505'),
    fromDatabase('ECONNRESET'),
    new Error('Connection terminated'),
    'no error',
  ])('%s is not tried again: it stays, or nobody knows what became of it', (error) =>
    expect(mayTryAgain(error)).toBe(false),
  );

  it.each([
    ['the network', fromDatabase('ECONNREFUSED')],
    ['a broken pipe', fromDatabase('EPIPE')],
    ['a lost connection', new Error('Connection terminated unexpectedly')],
    ['a shutdown', fromDatabase('57P01')],
    ['a full disk', fromDatabase('53100')],
    ['too many connections', fromDatabase('53300')],
    ['a standby', fromDatabase('25006')],
  ])('%s means unavailable', (_what, error) => {
    expect(translate(error)).toBeInstanceOf(StoreUnavailableError);
  });

  it('anything else is a failure that names the state and quotes nothing', () => {
    const failure = translate(fromDatabase('22P02'));
    expect(failure).toBeInstanceOf(StoreFailedError);
    expect(failure).toMatchObject({ sqlState: '22P02' });
    expect(failure.cause).toBeUndefined();
    expect(`${failure.message} ${JSON.stringify(failure)}`).not.toContain('secret');
  });
});
