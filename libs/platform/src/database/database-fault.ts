import type { databaseProblems } from '../problems/database-problems';
import '../problems/database-problems';

/** The code of a reason for which the database can't serve at the moment. */
export type DatabaseFault = keyof typeof databaseProblems;

/** By SQLSTATE, or its class of two characters. */
const BY_STATE: Readonly<Record<string, DatabaseFault>> = {
  '08': 'platform.database-unreachable',
  '25006': 'platform.database-read-only',
  '25P03': 'platform.database-unavailable',
  '25P04': 'platform.database-unavailable',
  '28': 'platform.database-login-refused',
  '3D000': 'platform.database-login-refused',
  '53': 'platform.database-exhausted',
  '53100': 'platform.database-full',
  '55': 'platform.database-unavailable',
  '57': 'platform.database-unavailable',
  '57P01': 'platform.database-restarting',
  '57P02': 'platform.database-restarting',
  '57P03': 'platform.database-restarting',
  '58': 'platform.database-unavailable',
};

/** By the code that Node gives an error of the network or of TLS. */
const BY_NODE_CODE: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/^(ECONN|EHOST|ENET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_|EADDRNOTAVAIL)/, 'platform.database-unreachable'],
  [/CERT|^ERR_TLS|^ERR_SSL|UNABLE_TO_VERIFY/, 'platform.database-untrusted'],
  [/^(ENOSPC|EDQUOT)$/, 'platform.database-full'],
];

/** What `pg`, or the log of a server that did not start, says without any code. */
const BY_MESSAGE: readonly (readonly [RegExp, DatabaseFault])[] = [
  [/^The server does not support SSL/, 'platform.database-untrusted'],
  [/No space left on device/, 'platform.database-full'],
  [/^SASL/, 'platform.database-login-refused'],
  [/^timeout exceeded when trying to connect/, 'platform.database-exhausted'],
  [
    /connection (terminated|ended)|not queryable|timeout expired|query read timeout/i,
    'platform.database-unreachable',
  ],
];

/**
 * Why the database could not serve, or undefined where it could and refused, or the error is none of its. What has
 * such a reason may well succeed later, unchanged: it is waited out, and never counted against what was asked.
 */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return find(BY_MESSAGE, error.message);
  return BY_STATE[code] ?? (isState(code) ? BY_STATE[code.slice(0, 2)] : find(BY_NODE_CODE, code));
}

/** SQLSTATEs hold a digit; the codes of Node that are as short (EPIPE) do not. */
function isState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
}

function find(
  patterns: readonly (readonly [RegExp, DatabaseFault])[],
  text: string,
): DatabaseFault | undefined {
  return patterns.find(([pattern]) => pattern.test(text))?.[1];
}
