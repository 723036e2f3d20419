import { waitFor } from '../report/timing';
import type { BenchClient } from './client';

export interface LiveVersion {
  readonly version: number;
  readonly head: string;
  readonly lag: number;
}

/** The version of the read models that answers, once there is one. */
export async function liveVersion(client: BenchClient): Promise<LiveVersion | undefined> {
  const versions = await client.get<(LiveVersion & { state: string })[]>('operator', '/v1/projections');
  return versions.find(({ state }) => state === 'live');
}

export async function waitForReadModels(client: BenchClient): Promise<void> {
  await waitFor(async () => ((await liveVersion(client))?.lag === 0 ? true : undefined));
}
