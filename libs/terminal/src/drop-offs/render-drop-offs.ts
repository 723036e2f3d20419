import type { Scope } from '@lueckenlos/chain';
import type { Language } from '../numbers';
import { printable } from '../table/printable';
import { neededWidth, renderTable } from '../table/render-table';
import { wrap } from '../table/wrap';
import type { ChainTitles } from './chain-titles';
import { columnsOf, linesOf } from './lines';
import { LAYOUTS } from './layouts';
import type { RenderedRow } from './rendered-row';
import { scopeLines } from './scope-lines';
import { TEXTS } from './texts';

/** An answer of `GET /v1/drop-offs`, and how to show it. */
export interface DropOffsToRender {
  readonly chain: ChainTitles;
  readonly rows: readonly RenderedRow[];
  readonly scope: Readonly<Partial<Record<Scope, number>>>;
  readonly asOf: string;
  readonly knownBefore?: string;
  readonly position: string;
  /** Of protected figures, which are told apart from exact ones. */
  readonly release?: string | null;
  readonly language: Language;
  /** Characters of a line; a table that doesn't fit has fewer columns. Unlimited unless told. */
  readonly width?: number;
  /** Names of areas, where the caller knows them. */
  readonly areaName?: (code: string) => string | undefined;
}

/** Lines of prose are no longer than this, however wide the terminal is. */
const PROSE_WIDTH = 110;

/** The drop-off table for people: a line per stage, groups under headings, whom it is about below. */
export function renderDropOffs(figure: DropOffsToRender): string {
  const { language, width = Infinity, scope, release = null } = figure;
  const legends = [TEXTS.legend[language], ...(release === null ? [] : [TEXTS.protection[language]])];
  const prose = [...scopeLines(scope, language), ...legends].flatMap((text) =>
    wrap(text, Math.min(width, PROSE_WIDTH)),
  );
  const table = figure.rows.length === 0 ? TEXTS.nothing[language] : tableOf(figure, width);
  return [titleOf(figure), '', table, '', ...prose].join('\n');
}

function titleOf({ chain, asOf, knownBefore, position, release = null, language }: DropOffsToRender): string {
  const clocks = [
    `${TEXTS.asOf[language]} ${asOf}`,
    ...(knownBefore === undefined ? [] : [`${TEXTS.knownBefore[language]} ${knownBefore}`]),
    `${TEXTS.position[language]} ${position}`,
    ...(release === null ? [] : [`${TEXTS.release[language]} ${release}`]),
  ];
  return printable([chain.title[language], ...clocks].join(' · '));
}

/** The layout with most columns for which no word has to be broken; else the narrowest. */
function tableOf(figure: DropOffsToRender, width: number): string {
  const tables = LAYOUTS.map((layout) => ({
    columns: columnsOf(layout, figure.language),
    lines: linesOf(figure, layout),
  }));
  const table = tables.find(({ columns, lines }) => neededWidth(columns, lines) <= width) ?? tables.at(-1);
  return renderTable(table?.columns ?? [], table?.lines ?? [], { width });
}
