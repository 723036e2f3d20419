import { formatCount, formatPercent, renderTable, type Column, type Language } from '@lueckenlos/terminal';
import { print, widthOf, type Context } from '../context';

type Place = 'far-below' | 'below' | 'within' | 'above' | 'far-above';

interface Funnel {
  readonly lower95: number;
  readonly upper95: number;
  readonly place: Place;
}

/** What of the answer of `GET /v1/comparisons` a table shows. */
export interface ComparedAreas {
  readonly chain: string;
  readonly asOf: string;
  readonly stage: string;
  readonly town: { readonly n: number; readonly share: { readonly value: number | null } };
  readonly areas: readonly {
    readonly area: string;
    readonly name: string | null;
    readonly n: number;
    readonly share: { readonly value: number | null };
    readonly funnel: Funnel | null;
    readonly adjustedFunnel: Funnel | null;
  }[];
}

const TEXTS = {
  en: {
    heads: [
      'Area',
      'Children',
      'Share (%)',
      '95 % of chance',
      'Against the town',
      'Against children like these',
    ],
    town: 'Town',
    none: 'No window has closed in any area.',
  },
  de: {
    heads: [
      'Gebiet',
      'Kinder',
      'Anteil (%)',
      '95 % durch Zufall',
      'Gegen die Stadt',
      'Gegen Kinder wie diese',
    ],
    town: 'Stadt',
    none: 'In keinem Gebiet ist eine Frist abgelaufen.',
  },
} as const;

const PLACES: Readonly<Record<Language, Readonly<Record<Place, string>>>> = {
  en: {
    'far-below': 'far below (99.8 %)',
    below: 'below (95 %)',
    within: 'within chance',
    above: 'above (95 %)',
    'far-above': 'far above (99.8 %)',
  },
  de: {
    'far-below': 'weit darunter (99,8 %)',
    below: 'darunter (95 %)',
    within: 'im Zufall',
    above: 'darüber (95 %)',
    'far-above': 'weit darüber (99,8 %)',
  },
};

/** Prints the areas for people, in order of code: they are not ranked. */
export function printComparison({ chain, asOf, stage, town, areas }: ComparedAreas, context: Context): void {
  const { language } = context;
  const text = TEXTS[language];
  const share = (value: number | null): string => (value === null ? '' : formatPercent(value, language));
  const lines = areas.map(({ area, name, n, share: { value }, funnel, adjustedFunnel }) => [
    [area, name].filter((part) => part !== null).join(' '),
    formatCount(n, language),
    share(value),
    funnel ? `${share(funnel.lower95)} – ${share(funnel.upper95)}` : '',
    funnel ? PLACES[language][funnel.place] : '',
    adjustedFunnel ? PLACES[language][adjustedFunnel.place] : '',
  ]);
  const whole = [text.town, formatCount(town.n, language), share(town.share.value), '', '', ''];
  const table = renderTable(columnsOf(language), [...lines, whole], { width: widthOf(context) });
  print(context, [`${chain} · ${asOf} · ${stage}`, '', lines.length === 0 ? text.none : table].join('\n'));
}

function columnsOf(language: Language): Column[] {
  return TEXTS[language].heads.map((head, i) => ({ head, align: i === 1 || i === 2 ? 'right' : 'left' }));
}
