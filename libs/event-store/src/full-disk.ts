import { faultOf, type Fault } from '@lueckenlos/platform';

/** That the disk is full shows in nothing but a statement that failed: what the last one says of it. */
export function fullDisk(failure: unknown): Fault | undefined {
  const fault = failure === undefined ? undefined : faultOf(failure);
  return fault?.code === 'platform.database-full' ? fault : undefined;
}
