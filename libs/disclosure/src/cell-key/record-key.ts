import { createHmac } from 'node:crypto';

/**
 * The record key of a case within a series of releases: the first 64 bits of HMAC-SHA-256 under the secret of the
 * series. It is never stored with the case; another secret begins a series that can't be compared with this one.
 */
export function recordKey(seriesSecret: Uint8Array, caseId: string): bigint {
  return createHmac('sha256', seriesSecret).update(caseId, 'utf8').digest().readBigUInt64BE();
}
