import type { Fault } from '@lueckenlos/platform';
import type { ProjectionStatus } from './projection-status';

/**
 * What an operator should look at, the worst first: a build that failed and that no later one has replaced, events that
 * could not be applied, a read model that is more than `page` events behind the log.
 */
export function noticeOf(versions: readonly ProjectionStatus[], page: number): Fault | undefined {
  const live = versions.filter(({ state }) => state === 'live');
  const newestLive = (name: string): number =>
    Math.max(0, ...live.filter((one) => one.name === name).map(({ version }) => version));
  const failed = versions.find(
    ({ name, version, state }) => state === 'failed' && version > newestLive(name),
  );
  if (failed) return notice('projections.build-failed', failed, { version: failed.version });
  const parked = live.find((one) => one.parked > 0);
  if (parked) return notice('projections.parked', parked, { parked: parked.parked });
  const behind = live.find(({ lag }) => lag > page);
  return behind && notice('projections.behind', behind, { lag: behind.lag });
}

function notice(code: string, { name }: ProjectionStatus, params: Record<string, number>): Fault {
  return { code, params: { name, ...params } };
}
