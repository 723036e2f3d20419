import { kindOf, reasonOf } from './error-kind';

const failure = (message: string, type?: string): Error => Object.assign(new Error(message), { type });
const lost = (last: string): Error =>
  failure(`14 UNAVAILABLE: No connection established. Last error: ${last}`, 'unavailable');

describe('Errors of EventStoreDB', () => {
  it.each([
    [failure('', 'wrong-expected-version'), 'wrong-revision'],
    [failure('', 'not-leader'), 'not-leader'],
    [failure('Could not recognize Server Is Not Ready', 'unknown'), 'busy'],
    [failure('Could not recognize BadRequest', 'unknown'), 'refused'],
    [failure('', 'maximum-append-size-exceeded'), 'refused'],
    [failure('', 'stream-deleted'), 'refused'],
    [failure('Failed to discover after 10 attempts.'), 'spoilt'],
  ])('%s means %s', (error, kind) => expect(kindOf(error)).toBe(kind));

  it.each([
    ['a broken connection', failure('14 UNAVAILABLE: Connection dropped', 'unavailable')],
    ['code 8', failure('8 RESOURCE_EXHAUSTED', 'unknown')],
    ['code 13', failure('13 INTERNAL', 'unknown')],
    ['a deadline', failure('', 'deadline-exceeded')],
    ['what is no error', 'no error'],
  ])('%s leaves the outcome open', (_what, error) => expect(kindOf(error)).toBe('away'));

  it.each([
    ['self-signed certificate in certificate chain', 'an authority that is not trusted'],
    ['unable to verify the first certificate', 'an authority that is not trusted'],
    ['certificate has expired', 'has expired'],
    ["Hostname/IP does not match certificate's altnames: IP: 127.0.0.1", 'another host'],
    ['write EPROTO ssl3_get_record:wrong version number', 'without TLS'],
    ['getaddrinfo ENOTFOUND nowhere.example', 'name is unknown'],
  ])('"%s" has the code of a dead node and is a mistake of the configuration', (text, reason) => {
    expect(kindOf(lost(text))).toBe('misconfigured');
    expect(reasonOf(lost(text))).toContain(reason);
  });

  it('a wrong password is one too', () => {
    const denied = failure('16 UNAUTHENTICATED', 'access-denied');
    expect([kindOf(denied), reasonOf(denied)]).toEqual([
      'misconfigured',
      expect.stringContaining('password'),
    ]);
  });

  it('a dead node is away, and what it said is not repeated', () => {
    const dead = lost('connect ECONNREFUSED 10.0.0.7:2113 user:secret');
    expect([kindOf(dead), reasonOf(dead)]).toEqual(['away', 'nothing listens at the address']);
  });
});
