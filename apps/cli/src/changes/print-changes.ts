import { formatCount, renderTable, type Column, type Language } from '@lueckenlos/terminal';
import { print, widthOf, type Context } from '../context';

interface Change {
  readonly before: number;
  readonly after: number;
  readonly entered: number;
  readonly left: number;
  readonly through: Readonly<Record<string, number>>;
}

/** What of the answer of `GET /v1/changes` a table shows. */
export interface Changes {
  readonly chain: string;
  readonly asOf: string;
  readonly between: readonly string[];
  readonly scope: readonly (Change & { readonly scope: string })[];
  readonly rows: readonly (Change & { readonly stage: string; readonly status: string })[];
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['', 'Stage', 'Status', 'Before', 'After', 'In', 'Out', 'Through'],
  de: ['', 'Station', 'Status', 'Vorher', 'Nachher', 'Dazu', 'Weg', 'Wodurch'],
};
const NOTHING: Readonly<Record<Language, string>> = {
  en: 'Nothing changed.',
  de: 'Nichts hat sich geändert.',
};

/** Prints the changes for people: those of the scope first, then those of the statuses by group and stage. */
export function printChanges({ chain, asOf, between, scope, rows }: Changes, context: Context): void {
  const { language } = context;
  const lines = [
    ...scope.map(({ scope: status, ...change }) => lineOf('', '', status, change, language)),
    ...rows.map(({ stage, status, before, after, entered, left, through, ...group }) =>
      lineOf(
        Object.values(group).join(' · '),
        stage,
        status,
        { before, after, entered, left, through },
        language,
      ),
    ),
  ];
  const table = renderTable(columnsOf(language), lines, { width: widthOf(context) });
  print(
    context,
    [`${chain} · ${asOf} · ${between.join(' → ')}`, '', lines.length === 0 ? NOTHING[language] : table].join(
      '\n',
    ),
  );
}

function lineOf(
  group: string,
  stage: string,
  status: string,
  { before, after, entered, left, through }: Change,
  language: Language,
): string[] {
  const counts = [before, after, entered, left].map((n) => formatCount(n, language));
  const kinds = Object.entries(through).map(([kind, files]) => `${kind} ${formatCount(files, language)}`);
  return [group, stage, status, ...counts, kinds.join(', ')];
}

function columnsOf(language: Language): Column[] {
  return HEADS[language].map((head, i) => ({
    head,
    align: i >= 3 && i <= 6 ? 'right' : 'left',
    wraps: i === 7,
  }));
}
