import type { CaseFile } from '@lueckenlos/chain';
import { join } from 'node:path';
import type { ExportPlan } from './export-options';
import { FileShelf } from './file-shelf';
import { csv } from './formats/csv';
import { ndjson } from './formats/ndjson';
import { ocel } from './formats/ocel';
import { parquet } from './formats/parquet';
import { xes } from './formats/xes';
import { gatherCases } from './read/gather-cases';
import { agencyOf, type LoggedLine } from './read/logged-line';
import { rowOf, type ExportRow } from './rows/export-row';
import type { Rekeying } from './rows/rekey';
import { tracesInForce, tracesRecorded, type Trace } from './rows/trace';

/** Cases that are written at once. */
const AT_ONCE = 200;

/** What an export is made of. */
export interface ExportSource {
  readonly plan: ExportPlan;
  /** The log, some lines at a time. */
  readonly lines: AsyncIterable<readonly LoggedLine[]>;
  /** Fresh names for cases and records, if wanted. */
  readonly rekeying: Rekeying | null;
  /** Said of the export, in formats that have room for it; asked for once the log has been read. */
  readonly about: () => Readonly<Record<string, string>>;
  /** For what does not fit into memory. */
  readonly folder: string;
  /** Bytes of records that do. */
  readonly bound: number;
}

/** The content of an exported file, piece by piece. */
export function exportChunks(source: ExportSource): AsyncIterable<string | Uint8Array> {
  const { plan, about, folder } = source;
  switch (plan.format) {
    case 'ndjson':
      return ndjson(plan.byCase ? rowsOf(source) : linesOf(source));
    case 'csv':
      return csv(rowsOf(source));
    case 'parquet':
      return parquet(rowsOf(source));
    case 'xes':
      return xes(tracesOf(source), about);
    case 'ocel':
      return ocel(tracesOf(source), about, new FileShelf(join(folder, 'objects')));
  }
}

async function* linesOf({ lines, rekeying }: ExportSource): AsyncGenerator<readonly LoggedLine[]> {
  for await (const page of lines)
    yield rekeying ? page.map((line) => rekeying.line(line, agencyOf(line))) : page;
}

async function* rowsOf(source: ExportSource): AsyncGenerator<readonly ExportRow[]> {
  if (source.plan.byCase) for await (const some of tracesOf(source)) yield some.flatMap(({ rows }) => rows);
  else for await (const page of linesOf(source)) yield page.map(rowOf);
}

async function* tracesOf(source: ExportSource): AsyncGenerator<readonly Trace[]> {
  const { plan, lines, rekeying, folder, bound } = source;
  const traces = plan.facts === 'in-force' ? tracesInForce : tracesRecorded;
  const some = (file: CaseFile): Trace[] =>
    traces(file, plan.knownBefore).map((trace) => renamed(trace, rekeying));
  for await (const files of gatherCases(lines, join(folder, 'records'), bound)) {
    // Some at a time: the files may be all that there is.
    let few: Trace[] = [];
    for (const file of files) {
      few.push(...some(file));
      if (few.length < AT_ONCE) continue;
      yield few;
      few = [];
    }
    yield few;
  }
}

/** Only after the fold: it depends on the order of ids. */
function renamed({ case: name, rows }: Trace, rekeying: Rekeying | null): Trace {
  if (!rekeying) return { case: name, rows };
  const fresh = rows.map((row) => rekeying.row(row));
  return { case: fresh[0]?.case ?? name, rows: fresh };
}
