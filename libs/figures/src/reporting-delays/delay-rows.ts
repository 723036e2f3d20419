import { formatMonth, type Month } from '@lueckenlos/chain';
import { reportingDelay, type DelayPoint } from '@lueckenlos/statistics';
import { toCsv } from '../formats/csv';

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

/** One line per agency, stage and delay. The month is the one that lies so far back. */
export function delaysAsCsv(rows: readonly DelayRow[], asOf: Month): string {
  const header = ['agency', 'stage', 'n', 'stated', 'median', 'ninetyPercent', 'delay', 'month', 'atRisk'];
  const estimates = ['known', 'knownStdErr', 'toCome', 'toComeStdErr', 'toComeLower', 'toComeUpper'];
  const lines = rows.flatMap((row) =>
    row.points.map(({ delay, atRisk, known, toCome }) => [
      row.agency,
      row.stage,
      row.n,
      row.stated,
      row.median,
      row.ninetyPercent,
      delay,
      formatMonth(asOf - delay),
      atRisk,
      known.value,
      known.stdErr,
      toCome.value,
      toCome.stdErr,
      toCome.lower,
      toCome.upper,
    ]),
  );
  return toCsv([...header, ...estimates], lines);
}
