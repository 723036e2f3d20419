import { formatMonth, type Month } from '@lueckenlos/chain';
import type { DelayPoint } from '@lueckenlos/statistics';
import type { Language } from '@lueckenlos/platform';
import { toCsv } from '@lueckenlos/platform';
import { toJsonStat, type StatDimension } from '../formats/json-stat';
import type { DelayRow } from './delay-rows';

/** The delays of facts that were known by the end of a month. */
export interface DelayAnswer {
  readonly asOf: Month;
  /** The first month of occurrence. */
  readonly from: Month;
  readonly position: string;
  readonly rows: readonly DelayRow[];
}

export function delaysAsJson(answer: DelayAnswer): object {
  return { ...delayHeading(answer), rows: answer.rows };
}

function delayHeading({ asOf, from, position }: DelayAnswer): object {
  return { asOf: formatMonth(asOf), from: formatMonth(from), position };
}

/** The numbers of a point, in columns. */
const COLUMNS: Record<string, (point: DelayPoint) => number | null> = {
  atRisk: ({ atRisk }) => atRisk,
  known: ({ known }) => known.value,
  knownStdErr: ({ known }) => known.stdErr,
  toCome: ({ toCome }) => toCome.value,
  toComeStdErr: ({ toCome }) => toCome.stdErr,
  toComeLower: ({ toCome }) => toCome.lower,
  toComeUpper: ({ toCome }) => toCome.upper,
};

/** One line per agency, stage and delay. The month is the one that lies so far back. */
export function delaysAsCsv({ rows, asOf }: DelayAnswer): string {
  const header = ['agency', 'stage', 'n', 'stated', 'median', 'ninetyPercent', 'delay', 'month'];
  const lines = rows.flatMap((row) =>
    row.points.map((point) => [
      row.agency,
      row.stage,
      row.n,
      row.stated,
      row.median,
      row.ninetyPercent,
      point.delay,
      formatMonth(asOf - point.delay),
      ...Object.values(COLUMNS).map((number) => number(point)),
    ]),
  );
  return toCsv([...header, ...Object.keys(COLUMNS)], lines);
}

/** The id that stands for moves and deaths where null can't. */
const MOVES = 'moves';
const LABELS = {
  title: { en: 'Reporting delays', de: 'Meldeverzug' },
  agency: { en: 'Agency', de: 'Stelle' },
  stage: { en: 'Stage', de: 'Station' },
  [MOVES]: { en: 'moves and deaths', de: 'Umzüge und Todesfälle' },
  delay: { en: 'Delay in months', de: 'Verzug in Monaten' },
  number: { en: 'Number', de: 'Größe' },
};

/** A dataset by agency, stage, delay and number; what is undefined is left out. */
export function delaysAsJsonStat(answer: DelayAnswer, language: Language): object {
  const { rows } = answer;
  const delays = new Set(rows.flatMap(({ points }) => points.map(({ delay }) => delay)));
  const dimension = (
    id: 'agency' | 'stage' | 'delay' | 'number',
    ids: Iterable<string>,
    role?: StatDimension['role'],
  ): StatDimension => {
    const labelOf = (one: string): string => (one === MOVES ? LABELS[MOVES][language] : one);
    const categories = new Map([...ids].map((one) => [one, labelOf(one)]));
    return { id, label: LABELS[id][language], categories, ...(role ? { role } : {}) };
  };
  const dimensions = [
    dimension(
      'agency',
      rows.map(({ agency }) => agency),
    ),
    dimension(
      'stage',
      rows.map(({ stage }) => stage ?? MOVES),
    ),
    dimension('delay', [...delays].sort((a, b) => a - b).map(String), 'time'),
    dimension('number', Object.keys(COLUMNS), 'metric'),
  ];
  const cells = rows.flatMap(({ agency, stage, points }) =>
    points.flatMap((point) =>
      Object.entries(COLUMNS).flatMap(([name, number]) => {
        const value = number(point);
        return value === null ? [] : [{ at: [agency, stage ?? MOVES, String(point.delay), name], value }];
      }),
    ),
  );
  return toJsonStat(LABELS.title[language], dimensions, cells, delayHeading(answer));
}
