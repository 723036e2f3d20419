import type { RowResult } from '../../record-events/row';
import type { Rejection } from '../job/import-jobs';
import type { ImportJob, ImportProgress } from '../job/import-job';
import { legible, legibleFault } from './legible';
import type { RowChunk } from './row-chunk';
import { faultIn } from './row-format';

type Extent = Omit<RowChunk, 'rows'>;

/** The job's counts with a chunk added. `own` are duplicates that this job itself had stored and not yet counted. */
export function tally(
  job: ImportProgress,
  chunk: Extent,
  results: readonly RowResult[],
  own: ReadonlySet<RowResult>,
): ImportProgress {
  const accepted = results.filter((result) => result.outcome === 'accepted' || own.has(result));
  const rejected = results.filter(({ outcome }) => outcome === 'rejected').length;
  return {
    readBytes: chunk.readBytes,
    readLines: chunk.readLines,
    rows: job.rows + results.length,
    accepted: job.accepted + accepted.length,
    duplicates: job.duplicates + results.length - accepted.length - rejected,
    rejected: job.rejected + rejected,
    lastPosition: accepted.reduce((last, { receipt }) => max(last, receipt?.position), job.lastPosition),
  };
}

function max(last: bigint, position: bigint | undefined): bigint {
  return position !== undefined && position > last ? position : last;
}

/** The rejected rows of a chunk, as they stand in the report. */
export function rejectionsIn(job: ImportJob, chunk: Extent, results: readonly RowResult[]): Rejection[] {
  return results.flatMap(({ index, id, outcome, faults = [] }) => {
    const line = chunk.lines[index];
    if (outcome !== 'rejected' || line === undefined) return [];
    const shown = faults.map((fault) => legibleFault(faultIn(job.media, fault)));
    return [{ line, id: id === null ? null : legible(id), faults: shown }];
  });
}
