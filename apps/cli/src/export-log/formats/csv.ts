import { csvLine } from '@lueckenlos/platform/config';
import type { ExportRow } from '../rows/export-row';
import { COLUMNS } from './columns';

/** Rows as CSV with a header line. */
export async function* csv(pages: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<string> {
  yield csvLine(COLUMNS.map(({ name }) => name));
  for await (const rows of pages)
    yield rows.map((row) => csvLine(COLUMNS.map(({ name }) => row[name]))).join('');
}
