import { formatCount, formatPercent, renderTable, type Column, type Language } from '@lueckenlos/terminal';
import { print, widthOf, type Context } from '../context';

interface Point {
  readonly t: number;
  readonly atRisk: number;
  readonly events: number;
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly belowFloor?: true;
}

interface Stratum {
  readonly key: Readonly<Record<string, string | number | boolean>>;
  readonly points: readonly Point[];
  readonly quartiles: readonly { readonly share: number; readonly month: number | null }[];
}

/** What of the answer of `GET /v1/curves` a table shows. */
export interface Curves {
  readonly chain: string;
  readonly asOf: string;
  readonly from: string;
  readonly stage: string;
  readonly estimator: string;
  readonly competing: readonly string[];
  readonly floor: number;
  readonly strata: readonly Stratum[];
}

/** A table has a line for every so many months. */
const EVERY = 6;

const TEXTS = {
  en: {
    heads: ['', 'Month', 'At risk', 'Reached so far', 'Share (%)', '95 %', ''],
    nobody: 'There is no such child.',
    few: 'fewer at risk than',
    median: 'half by month',
    never: 'half: not yet',
  },
  de: {
    heads: ['', 'Monat', 'Unter Beobachtung', 'Bisher erreicht', 'Anteil (%)', '95 %', ''],
    nobody: 'Ein solches Kind gibt es nicht.',
    few: 'weniger unter Beobachtung als',
    median: 'die Hälfte bis Monat',
    never: 'die Hälfte: noch nicht',
  },
} as const;

/** Prints curves for people: every half year, and the month by which half were there. */
export function printCurves(curves: Curves, context: Context): void {
  const { language } = context;
  const text = TEXTS[language];
  const { chain, asOf, from, stage, estimator, competing, floor, strata } = curves;
  const title = [chain, asOf, `${from} → ${stage}`, [estimator, ...competing].join(' + ')].join(' · ');
  const lines = strata.flatMap((stratum) => linesOf(stratum, language));
  const medians = strata.map(({ key, quartiles }) => {
    const month = quartiles.find(({ share }) => share === 0.5)?.month ?? null;
    const told = month === null ? text.never : `${text.median} ${month}`;
    return [nameOf(key), told].filter((part) => part !== '').join(': ');
  });
  const few = lines.some((line) => line.at(-1) === '*') ? [`* ${text.few} ${floor}`] : [];
  const table = renderTable(columnsOf(language), lines, { width: widthOf(context) });
  const told = lines.length === 0 ? [text.nobody] : [table, '', ...medians, ...few];
  print(context, [title, '', ...told].join('\n'));
}

/** The curve holds its value up to the next point. */
function linesOf({ key, points }: Stratum, language: Language): string[][] {
  const lines: string[][] = [];
  const end = points.at(-1)?.t ?? -1;
  for (let month = 0; month <= end; month += EVERY) {
    const passed = points.filter(({ t }) => t <= month);
    const point = passed.at(-1);
    if (!point) continue;
    const events = passed.reduce((sum, one) => sum + one.events, 0);
    const { estimate, lower, upper, atRisk, belowFloor } = point;
    const percent = (share: number): string => formatPercent(share, language);
    const band = lower === null || upper === null ? '' : `${percent(lower)} – ${percent(upper)}`;
    const counts = [month, atRisk, events].map((n) => formatCount(n, language));
    lines.push([nameOf(key), ...counts, percent(estimate), band, belowFloor ? '*' : '']);
  }
  return lines;
}

function nameOf(key: Stratum['key']): string {
  return Object.values(key).join(' · ');
}

function columnsOf(language: Language): Column[] {
  return TEXTS[language].heads.map((head, i) => ({ head, align: i >= 1 && i <= 4 ? 'right' : 'left' }));
}
