import {
  SCENARIOS,
  WIDTHS,
  type Finding,
  type Scenario,
  type Verdict,
  type Verdicts,
} from '@lueckenlos/disclosure';
import { formatCount, renderTable, type Language } from '@lueckenlos/terminal';

const TEXTS = {
  scenario: { en: 'Attacker', de: 'Angreifer' },
  cells: { en: 'cells', de: 'Zellen' },
  pinned: { en: 'small counts\nknown', de: 'kleine Zahlen\nbekannt' },
  known: { en: 'known in all', de: 'insgesamt\nbekannt' },
  wide: { en: 'can be\n{n} counts', de: 'kann {n}\nZahlen sein' },
  misled: { en: 'misled', de: 'irregeführt' },
  shown: { en: 'pinned: {cell} is {n}', de: 'bestimmt: {cell} ist {n}' },
  more: { en: '… and {n} more', de: '… und {n} weitere' },
  contradictions: {
    en: '{scenario}: in {n} layers the attacker’s suppositions contradict each other',
    de: '{scenario}: in {n} Schichten widersprechen sich die Annahmen des Angreifers',
  },
} as const;

const NAMES: Readonly<Record<Scenario, { readonly en: string; readonly de: string }>> = {
  outsider: { en: 'outsider', de: 'Außenstehender' },
  insider: { en: 'knows one child of the cell', de: 'kennt ein Kind der Zelle' },
  totals: { en: 'knows the births of each year', de: 'kennt die Geburten jedes Jahres' },
  suppression: { en: 'if small counts were hidden instead', de: 'wären kleine Zahlen nur ausgeblendet' },
};

/** So many cells are named. */
const SHOWN = 20;

/** What each attacker could tell, as a table, and the cells that were pinned down. */
export function renderVerdicts(verdicts: Verdicts, language: Language, width: number): string {
  const found = SCENARIOS.flatMap((scenario) => {
    const verdict = verdicts[scenario];
    return verdict ? [{ scenario, verdict }] : [];
  });
  const rows = found.map(({ scenario, verdict }) => rowOf(NAMES[scenario][language], verdict, language));
  const notes = found.flatMap(({ scenario, verdict }) => notesOf(scenario, verdict, language));
  return [renderTable(columnsOf(language), rows, { width }), ...notes].join('\n');
}

function columnsOf(language: Language): { head: string; align?: 'right'; wraps?: boolean }[] {
  const right = (head: string): { head: string; align: 'right' } => ({ head, align: 'right' });
  const widths = WIDTHS.slice(1).map((widest, i) => {
    const from = (WIDTHS[i] ?? 0) + 1;
    const span = widest === Infinity ? `≥ ${from}` : widest === from ? `${from}` : `${from}–${widest}`;
    return right(TEXTS.wide[language].replace('{n}', span));
  });
  return [
    { head: TEXTS.scenario[language], wraps: true },
    right(TEXTS.cells[language]),
    right(TEXTS.pinned[language]),
    right(TEXTS.known[language]),
    ...widths,
    right(TEXTS.misled[language]),
  ];
}

function rowOf(name: string, verdict: Verdict, language: Language): string[] {
  const { cells, pinned, known, widths, misled } = verdict;
  const counts = [cells, pinned.length, known, ...widths.slice(1), misled];
  return [name, ...counts.map((n) => formatCount(n, language))];
}

function notesOf(scenario: Scenario, { pinned, contradictions }: Verdict, language: Language): string[] {
  const cells = scenario === 'suppression' ? [] : pinned;
  const named = cells
    .slice(0, SHOWN)
    .map((finding) =>
      TEXTS.shown[language]
        .replace('{cell}', cellText(finding))
        .replace('{n}', `${Math.max(1, finding.bounds.possible.low)}`),
    );
  const rest = cells.length - named.length;
  return [
    ...named,
    ...(rest > 0 ? [TEXTS.more[language].replace('{n}', formatCount(rest, language))] : []),
    ...(contradictions === 0
      ? []
      : [
          TEXTS.contradictions[language]
            .replace('{scenario}', NAMES[scenario][language])
            .replace('{n}', formatCount(contradictions, language)),
        ]),
  ];
}

function cellText({ layer: { measure, stage, value }, cell: { cube, by } }: Finding): string {
  return [cube, ...Object.values(by), measure, stage, value].filter((part) => part !== '').join(' ');
}
