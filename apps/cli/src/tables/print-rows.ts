import { renderTable } from '@lueckenlos/terminal';
import { parse } from 'csv-parse/sync';
import type { ApiRequest } from '../client/api';
import { textOf } from '../client/send';
import { openApi } from '../client/server-options';
import { print, widthOf, type Context } from '../context';
import { printFigure } from '../drop-offs/print-figure';
import { requestFor, type PrintOptions } from '../drop-offs/query';
import { headOf } from './heads';

const NOTHING = { en: 'There is nothing.', de: 'Es gibt nichts.' };
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** Asks for an answer that is a list of rows, and prints it; as a table it has the columns of the CSV, named for people. */
export async function printRows(
  path: string,
  options: PrintOptions,
  query: ApiRequest['query'],
  surroundings: Context,
): Promise<void> {
  const context = { ...surroundings, language: options.lang ?? surroundings.language };
  const api = await openApi(options, context);
  if (options.format !== 'table') return printFigure(api, path, requestFor(options, query), context);
  const text = await textOf(await api.request(path, requestFor({ ...options, format: 'csv' }, query)));
  const [heads = [], ...rows] = parse(text, { skipEmptyLines: true });
  const columns = heads.map((head, at) => {
    const isNumeric = rows.every((row) => row[at] === '' || NUMBER.test(row[at] ?? ''));
    return {
      head: headOf(head, context.language),
      align: isNumeric ? ('right' as const) : ('left' as const),
    };
  });
  const lines = rows.map((row) => row.map(shortened));
  const table = renderTable(columns, lines, { width: widthOf(context) });
  print(context, rows.length === 0 ? NOTHING[context.language] : table);
}

/** Four decimals are enough for people. */
function shortened(cell: string): string {
  return NUMBER.test(cell) && /[.e]/.test(cell) ? String(Number(Number(cell).toFixed(4))) : cell;
}
