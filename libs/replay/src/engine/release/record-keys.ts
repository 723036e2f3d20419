import { recordKey } from '@lueckenlos/disclosure';
import { createHash } from 'node:crypto';
import { ReplayFault } from '../fault';

/** The record keys of a series of releases: without them published noise can't be verified. */
export interface RecordKeys {
  /** Names the series. */
  readonly series: string;
  /** @param child the least pseudonym of the child */
  readonly keyOf: (child: string) => bigint;
}

/** By the secret of the series. */
export function keysOfSecret(secret: Uint8Array): RecordKeys {
  const series = createHash('sha256').update(secret).digest('hex').slice(0, 16);
  return { series, keyOf: (child) => recordKey(secret, child) };
}

/** By a sealed map from pseudonym to record key, as it lies in an audit bundle. */
export function keysOfMap(series: string, keys: ReadonlyMap<string, bigint>): RecordKeys {
  return {
    series,
    keyOf: (child) => {
      const key = keys.get(child);
      if (key === undefined) throw new ReplayFault('replay.missing-record-key');
      return key;
    },
  };
}
