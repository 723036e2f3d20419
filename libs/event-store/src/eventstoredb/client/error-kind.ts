/**
 * - `wrong-revision`: the stream is not where it was expected; nothing was stored
 * - `not-leader`: another node leads; the client knows which one from now on
 * - `busy`: not now, nothing stored
 * - `refused`: never, nothing stored
 * - `misconfigured`: never until somebody changes a certificate, an address or a password
 * - `spoilt`: this client can't connect any more
 * - `away`: lost on the way; whether an append was stored is unknown
 */
export type ErrorKind =
  'wrong-revision' | 'not-leader' | 'busy' | 'refused' | 'misconfigured' | 'spoilt' | 'away';

const BY_TYPE: Readonly<Record<string, ErrorKind>> = {
  'wrong-expected-version': 'wrong-revision',
  'not-leader': 'not-leader',
  'stream-deleted': 'refused',
  'maximum-append-size-exceeded': 'refused',
  'invalid-argument': 'refused',
  'access-denied': 'misconfigured',
};

/** Texts, because a certificate that nobody trusts has the same code 14 as a dead node. */
const BY_TEXT: readonly (readonly [RegExp, ErrorKind])[] = [
  [/server is not ready|server is busy|no leader info/i, 'busy'],
  [/bad ?request/i, 'refused'],
  [/failed to discover/i, 'spoilt'],
  [/certificate|altnames|wrong version number|ssl routines|unable to verify|self.signed/i, 'misconfigured'],
  [/ENOTFOUND|name resolution failed/i, 'misconfigured'],
];

/** What an error of the client means. What is not known for certain counts as `away`: repeating is always right. */
export function kindOf(error: unknown): ErrorKind {
  if (!(error instanceof Error)) return 'away';
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  return BY_TYPE[type] ?? BY_TEXT.find(([text]) => text.test(error.message))?.[1] ?? 'away';
}

/** Why a connection does not come about, in words for an operator and without anything secret. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  const known = REASONS.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
  const denied = error instanceof Error && 'type' in error && error.type === 'access-denied';
  return denied ? 'the user or the password is wrong, or lacks the right' : 'it does not answer';
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/expired/i, 'its certificate has expired'],
  [/altnames/i, 'its certificate is for another host'],
  [
    /self.signed|unable to (verify|get)/i,
    'its certificate comes from an authority that is not trusted (tlsCAFile)',
  ],
  [/wrong version number/i, 'it speaks without TLS'],
  [/certificate|ssl routines/i, 'its certificate is refused'],
  [/ENOTFOUND|name resolution failed/i, 'its name is unknown'],
  [/ECONNREFUSED/i, 'nothing listens at the address'],
  [/failed to discover/i, 'no node of the cluster answers'],
];
