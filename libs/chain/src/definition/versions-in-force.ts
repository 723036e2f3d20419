import type { ChainBody, ChainVersion } from './chain-definition';

/** The versions that hold for births, without the planned ones. */
export function versionsInForce({ versions }: ChainBody): ChainVersion[] {
  return versions.filter(({ inForce }) => inForce !== false);
}

/** A chain in which one version alone holds for every birth, in force or not; null where it has no such version. */
export function asIfAlone({ title, versions }: ChainBody, number: number): ChainBody | null {
  const version = versions.find((one) => one.version === number);
  return version ? { title, versions: [{ ...version, validForBirthsFrom: EARLIEST, inForce: true }] } : null;
}

/** No birth is earlier. */
const EARLIEST = '0000-01';
