import { printable } from './printable';
import { longestWord, widthOf, wrap } from './wrap';

/** One column of a table. */
export interface Column {
  /** May have several lines, parted by line breaks; short heads stand at the bottom. */
  readonly head: string;
  readonly align?: 'left' | 'right';
  /** Its text wraps where the table would be wider than the terminal. */
  readonly wraps?: boolean;
}

/** The cells of a line, or a heading across the whole table. */
export type Line = readonly string[] | { readonly heading: string };

export interface TableOptions {
  /** Characters of a line; unlimited unless told. */
  readonly width?: number;
}

const GAP = '  ';
/** Below this a wrapping column is unreadable: the terminal may break the line itself. */
const LEAST_WIDTH = 12;

/** A table as text, with a rule under the heads and no blanks at the end of a line. */
export function renderTable(
  columns: readonly Column[],
  lines: readonly Line[],
  { width = Infinity }: TableOptions = {},
): string {
  const heads = columns.map(({ head }) => head.split('\n').map(printable));
  const shown = lines.map((line) => ('heading' in line ? line : line.map(printable)));
  const widths = fit(columns, naturalWidths(heads, shown), width);
  const rule = widths.map((columnWidth) => '─'.repeat(columnWidth)).join(GAP);
  const body = shown.flatMap((line) =>
    'heading' in line ? ['', printable(line.heading)] : bodyLines(columns, line, widths),
  );
  return [...headLines(columns, heads, widths), rule, ...body].map((line) => line.trimEnd()).join('\n');
}

/** The width from which on no word has to be broken. */
export function neededWidth(columns: readonly Column[], lines: readonly Line[]): number {
  const words = lines.map((line) =>
    'heading' in line ? line : line.map((cell, i) => (columns[i]?.wraps ? longestWord(cell) : cell)),
  );
  const heads = columns.map(({ head }) => head.split('\n'));
  return totalWidth(naturalWidths(heads, words));
}

function naturalWidths(heads: readonly string[][], lines: readonly Line[]): number[] {
  const rows = lines.flatMap((line) => ('heading' in line ? [] : [line]));
  return heads.map((head, i) => Math.max(...head.map(widthOf), ...rows.map((row) => widthOf(row[i] ?? ''))));
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
}

/** Takes what is too much from the columns that wrap, the widest first. */
function fit(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  let tooMuch = totalWidth(widths) - width;
  while (tooMuch > 0) {
    const [widest] = widths
      .map((columnWidth, i) => ({ columnWidth, i }))
      .filter(({ columnWidth, i }) => columns[i]?.wraps && columnWidth > LEAST_WIDTH)
      .sort((a, b) => b.columnWidth - a.columnWidth);
    if (!widest) break;
    widths[widest.i] = widest.columnWidth - 1;
    tooMuch--;
  }
  return widths;
}

function headLines(
  columns: readonly Column[],
  heads: readonly string[][],
  widths: readonly number[],
): string[] {
  const height = Math.max(...heads.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    joined(columns, widths, (i) => heads[i]?.[line - height + (heads[i]?.length ?? 0)]),
  );
}

function bodyLines(columns: readonly Column[], row: readonly string[], widths: readonly number[]): string[] {
  const cells = columns.map(({ wraps }, i) =>
    wraps ? wrap(row[i] ?? '', widths[i] ?? LEAST_WIDTH) : [row[i] ?? ''],
  );
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => joined(columns, widths, (i) => cells[i]?.[line]));
}

function joined(
  columns: readonly Column[],
  widths: readonly number[],
  textOf: (column: number) => string | undefined,
): string {
  return columns.map(({ align }, i) => pad(textOf(i) ?? '', widths[i] ?? 0, align)).join(GAP);
}

function pad(text: string, width: number, align: Column['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}
