/**
 * - `wrong-revision`: the stream is not where it was expected; nothing was stored
 * - `not-leader`: another node leads; the client knows which one from now on
 * - `busy`: not now, nothing stored
 * - `refused`: never, nothing stored
 * - `late`: not in time by the server's clock; mostly nothing stored
 * - `denied`: the user, the password or a right is wrong; nothing stored
 * - `spoilt`: this client can't connect any more
 * - `away`: lost on the way; whether an append was stored is unknown
 */
export type ErrorKind =
  'wrong-revision' | 'not-leader' | 'busy' | 'refused' | 'late' | 'denied' | 'spoilt' | 'away';

const BY_TYPE: Readonly<Record<string, ErrorKind>> = {
  'wrong-expected-version': 'wrong-revision',
  'not-leader': 'not-leader',
  'stream-deleted': 'refused',
  'maximum-append-size-exceeded': 'refused',
  'invalid-argument': 'refused',
  'access-denied': 'denied',
  'deadline-exceeded': 'late',
};

const BY_TEXT: readonly (readonly [RegExp, ErrorKind])[] = [
  [/server is not ready|server is busy|no leader info/i, 'busy'],
  [/bad ?request/i, 'refused'],
  [/failed to discover/i, 'spoilt'],
];

/** What an error of the client means. What is not known for certain counts as `away`: repeating is always right. */
export function kindOf(error: unknown): ErrorKind {
  if (!(error instanceof Error)) return 'away';
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  return BY_TYPE[type] ?? BY_TEXT.find(([text]) => text.test(error.message))?.[1] ?? 'away';
}
