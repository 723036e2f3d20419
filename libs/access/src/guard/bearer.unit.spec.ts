import { bearerToken, challenge } from './bearer';

describe('the Authorization header', () => {
  it.each([
    ['Bearer abc.def', 'abc.def'],
    ['bearer abc', 'abc'],
    ['BEARER   abc ', 'abc'],
  ])('gives the token of %p', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic YTpi', 'abc', 'Bearer a b', 'xBearer a'])(
    'holds no token in %p',
    (header) => {
      expect(bearerToken(header)).toBeUndefined();
    },
  );

  it('is asked for in words an OAuth client understands', () => {
    expect(challenge()['WWW-Authenticate']).toBe('Bearer realm="lueckenlos"');
    expect(challenge('insufficient_scope', 'log:read')['WWW-Authenticate']).toBe(
      'Bearer realm="lueckenlos", error="insufficient_scope", scope="log:read"',
    );
  });
});
