import { formatCount, renderTable, type Column, type Language } from '@lueckenlos/terminal';
import { print, widthOf, type Context } from '../context';

interface Row {
  readonly area?: string;
  readonly povertyRisk?: boolean | string;
  readonly stage: string;
  readonly due: string;
  readonly cases: number;
  readonly reachedInTime: { readonly value: number; readonly lower: number; readonly upper: number } | null;
}

/** What of the answer of `GET /v1/forecast` a table shows. */
export interface Forecast {
  readonly chain: string;
  readonly asOf: string;
  readonly months: number;
  readonly rows: readonly Row[];
}

const TEXTS = {
  en: {
    heads: ['', 'Stage', 'Due', 'Children', 'In time', '95 %'],
    ahead: 'months ahead',
    nothing: 'Nothing falls due.',
    unknown: 'unknown',
  },
  de: {
    heads: ['', 'Station', 'Fällig', 'Kinder', 'Rechtzeitig', '95 %'],
    ahead: 'Monate voraus',
    nothing: 'Nichts wird fällig.',
    unknown: 'ungewiss',
  },
} as const;

/** Prints what falls due for people, with how many are to be expected in time. */
export function printForecast({ chain, asOf, months, rows }: Forecast, context: Context): void {
  const { language } = context;
  const text = TEXTS[language];
  const whole = (n: number): string => formatCount(Math.round(n), language);
  const lines = rows.map(({ stage, due, cases, reachedInTime, ...group }) => [
    Object.values(group).join(' · '),
    stage,
    due,
    whole(cases),
    reachedInTime ? whole(reachedInTime.value) : text.unknown,
    reachedInTime ? `${whole(reachedInTime.lower)} – ${whole(reachedInTime.upper)}` : '',
  ]);
  const table = renderTable(columnsOf(language), lines, { width: widthOf(context) });
  const title = `${chain} · ${asOf} · ${months} ${text.ahead}`;
  print(context, [title, '', lines.length === 0 ? text.nothing : table].join('\n'));
}

function columnsOf(language: Language): Column[] {
  return TEXTS[language].heads.map((head, i) => ({ head, align: i === 3 || i === 4 ? 'right' : 'left' }));
}
