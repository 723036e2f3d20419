import { kindOf } from './error-kind';

const failure = (message: string, type?: string): Error => Object.assign(new Error(message), { type });

describe('Errors of EventStoreDB', () => {
  it.each([
    [failure('', 'wrong-expected-version'), 'wrong-revision'],
    [failure('', 'not-leader'), 'not-leader'],
    [failure('Could not recognize Server Is Not Ready', 'unknown'), 'busy'],
    [failure('Could not recognize BadRequest', 'unknown'), 'refused'],
    [failure('', 'maximum-append-size-exceeded'), 'refused'],
    [failure('', 'stream-deleted'), 'refused'],
    [failure('', 'deadline-exceeded'), 'late'],
    [failure('16 UNAUTHENTICATED', 'access-denied'), 'denied'],
    [failure('Failed to discover after 10 attempts.'), 'spoilt'],
  ])('%s means %s', (error, kind) => expect(kindOf(error)).toBe(kind));

  it.each([
    ['a broken connection', failure('14 UNAVAILABLE: Connection dropped', 'unavailable')],
    ['a certificate that nobody trusts', failure('14 UNAVAILABLE: self-signed certificate', 'unavailable')],
    ['code 8', failure('8 RESOURCE_EXHAUSTED', 'unknown')],
    ['code 13', failure('13 INTERNAL', 'unknown')],
    ['what is no error', 'no error'],
  ])('%s leaves the outcome open', (_what, error) => expect(kindOf(error)).toBe('away'));
});
