import { formatMonth } from '@lueckenlos/chain';
import { versionNote, type Replay, type JudgedRelease } from '@lueckenlos/replay/engine';
import {
  chainTitles,
  formatCount,
  renderDropOffs,
  renderTable,
  type Language,
  type RenderedRow,
} from '@lueckenlos/terminal';
import { print, widthOf, type Context } from '../context';

export type ReplayFormat = 'table' | 'json';

/** Differences that a table shows. */
const SHOWN = 20;

const TEXTS = {
  equal: { en: 'equal', de: 'gleich' },
  differs: { en: 'DIFFERENT', de: 'VERSCHIEDEN' },
  cells: { en: 'cells counted', de: 'Felder gezählt' },
  events: { en: 'events read', de: 'Ereignisse gelesen' },
  published: { en: 'published digest', de: 'veröffentlichte Prüfsumme' },
  replayed: { en: 'digest of the replay', de: 'nachgerechnete Prüfsumme' },
  digest: { en: 'Digest of the rows', de: 'Prüfsumme der Zeilen' },
  differing: { en: 'cells that differ', de: 'abweichende Felder' },
  columns: {
    en: ['Table', 'Where', 'Measure', 'Stage', 'Value', 'published', 'replayed'],
    de: ['Tabelle', 'Wo', 'Größe', 'Station', 'Wert', 'veröffentlicht', 'nachgerechnet'],
  },
} as const;

/** Prints what came out: of a release whether it is the one that was published, else the drop-offs. */
export function printReplay(replayed: Replay, format: ReplayFormat, context: Context): void {
  const { release, position, eventsRead, digest, scope, rows, flows, asOf } = replayed;
  const { language } = context;
  if (format === 'json') {
    const answer = { asOf: formatMonth(asOf), position, eventsRead, digest, release, scope, rows, flows };
    return print(context, JSON.stringify(answer, null, 2));
  }
  if (release)
    return print(context, releaseLines(release, eventsRead, language, widthOf(context)).join('\n'));
  const chain = chainTitles(replayed.chain.definition);
  const shown = rows as readonly RenderedRow[];
  const figure = {
    chain,
    rows: shown,
    scope,
    asOf: formatMonth(asOf),
    position,
    language,
    width: widthOf(context),
  };
  print(context, renderDropOffs(figure));
  print(context, `\n${TEXTS.digest[language]}: ${digest}`);
}

function releaseLines(release: JudgedRelease, events: number, language: Language, width: number): string[] {
  const { id, equal, cells, digest, replayedDigest, codeVersions, differences, differing } = release;
  const counted = `${formatCount(cells, language)} ${TEXTS.cells[language]}, ${formatCount(events, language)} ${TEXTS.events[language]}`;
  const lines = [
    `${id}: ${TEXTS[equal ? 'equal' : 'differs'][language]} (${counted})`,
    `${TEXTS.published[language]}: ${digest}`,
    `${TEXTS.replayed[language]}: ${replayedDigest}`,
  ];
  const note = versionNote(codeVersions, language);
  if (note) lines.push(note.detail);
  if (!differences || differences.length === 0) return lines;
  const table = renderTable(
    TEXTS.columns[language].map((head, i) => ({ head, align: i > 4 ? 'right' : 'left' })),
    differences
      .slice(0, SHOWN)
      .map(({ cube, by, measure, stage, value, published, replayed }) => [
        cube,
        Object.values(by).join(' '),
        measure,
        stage,
        value,
        formatCount(published, language),
        formatCount(replayed, language),
      ]),
    { width },
  );
  return [...lines, `${formatCount(differing ?? 0, language)} ${TEXTS.differing[language]}`, '', table];
}
