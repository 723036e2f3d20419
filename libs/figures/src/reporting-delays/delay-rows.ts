import type { Month } from '@lueckenlos/chain';
import { reportingDelay, type DelayPoint } from '@lueckenlos/statistics';

export interface CountedDelay {
  readonly agency: string;
  readonly stage: string;
  readonly occurred: Month;
  readonly delay: number;
  readonly stated: boolean;
  readonly n: number;
}

/** How quickly an agency reports a stage. */
export interface DelayRow {
  readonly agency: string;
  /** Null: moves and deaths. */
  readonly stage: string | null;
  /** Facts that the distribution is estimated from. */
  readonly n: number;
  /** Of these, how many state themselves when they were known. */
  readonly stated: number;
  /** Months within which half, and nine in ten, are known; null where that is never reached. */
  readonly median: number | null;
  readonly ninetyPercent: number | null;
  readonly points: readonly DelayPoint[];
}

/** Distributions by agency and stage, from what was known by the end of a month. Counts come in that order. */
export function delayRows(counts: readonly CountedDelay[], asOf: Month): DelayRow[] {
  const groups = new Map<string, CountedDelay[]>();
  for (const count of counts) {
    const key = `${count.agency}\n${count.stage}`;
    const group = groups.get(key);
    if (group) group.push(count);
    else groups.set(key, [count]);
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [rowOf(group[0], group, asOf)] : []));
}

function rowOf({ agency, stage }: CountedDelay, group: readonly CountedDelay[], asOf: Month): DelayRow {
  const sum = (counts: readonly CountedDelay[]): number => counts.reduce((total, { n }) => total + n, 0);
  const points = reportingDelay(group, asOf);
  return {
    agency,
    stage: stage === '' ? null : stage,
    n: sum(group),
    stated: sum(group.filter(({ stated }) => stated)),
    median: within(points, 0.5),
    ninetyPercent: within(points, 0.9),
    points,
  };
}

/** The first delay within which a share is known. */
function within(points: readonly DelayPoint[], share: number): number | null {
  return points.find(({ known }) => known.value !== null && known.value >= share)?.delay ?? null;
}
