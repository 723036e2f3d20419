/** What keeps EventStoreDB from serving, as `/health/ready` and the log tell it: codes of problems.ts. */
export type NodeFault =
  | 'event-store.unreachable'
  | 'event-store.unknown-host'
  | 'event-store.silent'
  | 'event-store.starting'
  | 'event-store.no-leader'
  | 'event-store.access-denied'
  | 'event-store.without-tls'
  | 'event-store.untrusted-certificate'
  | 'event-store.expired-certificate'
  | 'event-store.certificate-of-another-host'
  | 'event-store.refused-certificate';

/** Codes of Node.js and of OpenSSL for connections that do not come about. */
const BY_CODE: readonly (readonly [RegExp, NodeFault])[] = [
  [/^(ENOTFOUND|EAI_)/, 'event-store.unknown-host'],
  [/^CERT_HAS_EXPIRED|^CERT_NOT_YET_VALID/, 'event-store.expired-certificate'],
  [/^ERR_TLS_CERT_ALTNAME/, 'event-store.certificate-of-another-host'],
  [/SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/, 'event-store.untrusted-certificate'],
  [/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG/, 'event-store.without-tls'],
  [/^(CERT_|ERR_SSL_|ERR_TLS_|EPROTO)/, 'event-store.refused-certificate'],
];

/** What an attempt to connect has failed at; a code that says nothing of all this is nobody who listens. */
export function faultOfConnecting(code: string): NodeFault {
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'event-store.unreachable';
}

/** The nodes take connections: what is wrong lies behind them. */
export function isBehindConnection(fault: NodeFault): boolean {
  return fault === 'event-store.silent' || fault === 'event-store.no-leader';
}

const MENDED_BY_A_NEW_CLIENT = /certificate|tls|access-denied/;

/** A client reads certificates once: a file that was mended needs another client. */
export function needsNewClient(fault: NodeFault): boolean {
  return MENDED_BY_A_NEW_CLIENT.test(fault);
}
