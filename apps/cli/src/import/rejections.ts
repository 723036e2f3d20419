import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { renderTable } from '@lueckenlos/terminal';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Api } from '../client/api';
import { memberOf, type Problem } from '../client/problem';
import { print, widthOf, type Context } from '../context';
import { pathOf } from './job';

/** A line of `GET /v1/imports/{id}/rejections`. */
interface Rejection {
  readonly line: number;
  readonly id: string | null;
  readonly problem: Problem;
}

const HEADS = {
  en: ['Line', 'Id', 'Member', 'Reason'],
  de: ['Zeile', 'Kennung', 'Angabe', 'Grund'],
} as const;

/** Prints the first rejected rows as a table: a line for each thing that is wrong with them. */
export async function printRejections(api: Api, id: string, most: number, context: Context): Promise<void> {
  const cells: string[][] = [];
  let rows = 0;
  const report = await openReport(api, id);
  for await (const line of createInterface({ input: report })) {
    if (rows++ === most) break;
    cells.push(...cellsOf(JSON.parse(line) as Rejection));
  }
  report.destroy();
  const [line, identifier, member, reason] = HEADS[context.language];
  const columns = [
    { head: line, align: 'right' as const },
    { head: identifier },
    { head: member },
    { head: reason, wraps: true },
  ];
  print(context, renderTable(columns, cells, { width: widthOf(context) }));
}

/** Writes the whole report, as the server gives it. */
export async function saveRejections(api: Api, id: string, file: string): Promise<void> {
  await pipeline(await openReport(api, id), createWriteStream(file));
}

async function openReport(api: Api, id: string): Promise<Readable> {
  const { body } = await api.request(`${pathOf(id)}/rejections`);
  return body ? Readable.fromWeb(body) : Readable.from([]);
}

/** The first thing wrong with a row stands beside its line and id, the others below. */
function cellsOf({ line, id, problem }: Rejection): string[][] {
  const faults = problem.errors.length > 0 ? problem.errors : [{ pointer: '', detail: problem.detail }];
  return faults.map(({ pointer, detail }, i) => [
    i === 0 ? String(line) : '',
    i === 0 ? (id ?? '–') : '',
    memberOf(pointer),
    detail,
  ]);
}
