/** The token of an `Authorization: Bearer …` header; undefined where there is none. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}

/** What a client is told in `WWW-Authenticate` (RFC 6750, section 3), so that its OAuth library can react. */
export function challenge(
  error?: 'invalid_token' | 'insufficient_scope',
  scope?: string,
): Record<string, string> {
  const parts = ['realm="lueckenlos"', error && `error="${error}"`, scope && `scope="${scope}"`];
  return { 'WWW-Authenticate': `Bearer ${parts.filter(Boolean).join(', ')}` };
}
