import {
  SCENARIOS,
  WIDTHS,
  type Finding,
  type Scenario,
  type Verdict,
  type Verdicts,
} from '@lueckenlos/disclosure';
import { formatCount, renderTable, type Language } from '@lueckenlos/terminal';
import { SCENARIO_NAMES } from './scenario-names';

const TEXTS = {
  scenario: { en: 'Attacker', de: 'Angreifer' },
  cells: { en: 'cells', de: 'Zellen' },
  pinned: { en: 'small counts\nknown', de: 'kleine Zahlen\nbekannt' },
  known: { en: 'known in all', de: 'insgesamt\nbekannt' },
  wide: { en: 'can be\n{n} counts', de: 'kann {n}\nZahlen sein' },
  undecided: { en: 'undecided', de: 'unentschieden' },
  misled: { en: 'misled', de: 'irregeführt' },
  shown: { en: 'pinned: {cell} is {n}', de: 'bestimmt: {cell} ist {n}' },
  open: {
    en: 'undecided, not to be taken for safe: {cell}',
    de: 'unentschieden, nicht als sicher zu nehmen: {cell}',
  },
  more: { en: '… and {n} more', de: '… und {n} weitere' },
  contradictions: {
    en: '{scenario}: in {n} layers the attacker’s suppositions contradict each other',
    de: '{scenario}: in {n} Schichten widersprechen sich die Annahmen des Angreifers',
  },
} as const;

/** So many cells are named. */
const SHOWN = 20;

/** What each attacker could tell, as a table, and the cells that were pinned down. */
export function renderVerdicts(verdicts: Verdicts, language: Language, width: number): string {
  const found = SCENARIOS.flatMap((scenario) => {
    const verdict = verdicts[scenario];
    return verdict ? [{ scenario, verdict }] : [];
  });
  // Without true counts nobody can tell who is misled; whoever has them has exact totals too.
  const hasTruths = verdicts.totals !== undefined;
  const rows = found.map(({ scenario, verdict }) => rowOf(scenario, verdict, hasTruths, language));
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
    right(TEXTS.undecided[language]),
    right(TEXTS.misled[language]),
  ];
}

function rowOf(scenario: Scenario, verdict: Verdict, hasTruths: boolean, language: Language): string[] {
  const { cells, pinned, known, widths, undecided, misled } = verdict;
  const count = (n: number): string => formatCount(n, language);
  // By adding up alone nobody looks for two counts that are possible.
  const searched = [...widths.slice(1), undecided.length].map(scenario === 'suppression' ? () => '–' : count);
  return [
    SCENARIO_NAMES[scenario][language],
    ...[cells, pinned.length, known].map(count),
    ...searched,
    hasTruths ? count(misled) : '–',
  ];
}

function notesOf(
  scenario: Scenario,
  { pinned, undecided, contradictions }: Verdict,
  language: Language,
): string[] {
  const broken = TEXTS.contradictions[language]
    .replace('{scenario}', SCENARIO_NAMES[scenario][language])
    .replace('{n}', formatCount(contradictions, language));
  const named = [
    ...namesOf(TEXTS.shown[language], pinned, language),
    ...namesOf(TEXTS.open[language], undecided, language),
  ];
  return [...(scenario === 'suppression' ? [] : named), ...(contradictions === 0 ? [] : [broken])];
}

/** The first few cells, and how many more there are. */
function namesOf(text: string, findings: readonly Finding[], language: Language): string[] {
  const named = findings
    .slice(0, SHOWN)
    .map((finding) =>
      text.replace('{cell}', cellText(finding)).replace('{n}', `${Math.max(1, finding.bounds.certain.low)}`),
    );
  const rest = findings.length - named.length;
  return rest > 0 ? [...named, TEXTS.more[language].replace('{n}', formatCount(rest, language))] : named;
}

function cellText({ layer: { measure, stage, value }, cell: { cube, by } }: Finding): string {
  return [cube, ...Object.values(by), measure, stage, value].filter((part) => part !== '').join(' ');
}
