import { eventId, type EventStore } from '@lueckenlos/event-store';
import { sourceOf } from '../../record-events/context-of';
import type { RowResult } from '../../record-events/row';
import type { ImportJob } from '../job/import-job';

/**
 * Which rows came back as duplicates only because this job had stored them before its process ended: the log was
 * written, the count was not. They bear the job's id, stand behind everything it had counted, and each counts once.
 */
export async function ownRows(
  store: EventStore,
  job: ImportJob,
  results: readonly RowResult[],
): Promise<ReadonlySet<RowResult>> {
  const suspects = suspectsIn(results, job.lastPosition);
  if (suspects.size === 0) return new Set();
  const source = sourceOf(job.identity.agency);
  const events = await store.findByIds([...suspects.keys()].map((id) => eventId(source, id)));
  const own = events
    .filter(({ metadata }) => metadata.correlationId === job.id)
    .map(({ metadata }) => metadata.senderId);
  return new Set(own.flatMap((id) => suspects.get(String(id)) ?? []));
}

/** The first duplicate of each id that was stored since the last count, unless this very chunk stored it. */
function suspectsIn(results: readonly RowResult[], lastPosition: bigint): Map<string, RowResult> {
  const suspects = new Map<string, RowResult>();
  for (const result of results) {
    const { id, outcome, receipt } = result;
    if (outcome !== 'duplicate' || id === null || suspects.has(id)) continue;
    if (receipt && receipt.position > lastPosition) suspects.set(id, result);
  }
  if (suspects.size === 0) return suspects;
  for (const { id, outcome } of results) {
    if (outcome === 'accepted' && id !== null) suspects.delete(id);
  }
  return suspects;
}
