import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ExportRow } from '../rows/export-row';
import { COLUMNS, type ColumnKind } from './columns';
import { MONTHS_NOTE } from './months-note';

/** Rows of a row group: a few MiB in memory. */
const GROUP = 50_000;

const TYPES: Readonly<Record<ColumnKind, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  date: { type: 'INT32', converted_type: 'DATE' },
  boolean: { type: 'BOOLEAN' },
};

const SCHEMA: SchemaElement[] = [
  { name: 'log', num_children: COLUMNS.length },
  ...COLUMNS.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL' as const, ...TYPES[kind] })),
];

/** Rows as Parquet, a row group at a time. */
export async function* parquet(pages: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<Uint8Array> {
  const bytes = new Outlet();
  const kvMetadata = [{ key: 'months', value: MONTHS_NOTE }];
  const file = new ParquetWriter({ writer: bytes, schema: SCHEMA, kvMetadata, createdBy: 'Lückenlos' });
  let rows: ExportRow[] = [];
  for await (const page of pages) {
    rows.push(...page);
    while (rows.length >= GROUP) {
      await write(file, rows.slice(0, GROUP));
      rows = rows.slice(GROUP);
      yield bytes.taken();
    }
  }
  if (rows.length > 0) await write(file, rows);
  await file.finish();
  yield bytes.taken();
}

async function write(file: ParquetWriter, rows: readonly ExportRow[]): Promise<void> {
  const columnData = COLUMNS.map(({ name, kind }) => ({
    name,
    data: rows.map((row) => valueOf(row[name], kind)),
  }));
  await file.write({ columnData, rowGroupSize: rows.length });
}

function valueOf(value: string | boolean | null, kind: ColumnKind): string | boolean | bigint | Date | null {
  if (typeof value !== 'string' || kind === 'text') return value;
  return kind === 'integer' ? BigInt(value) : new Date(value);
}

/** Lets go of bytes as soon as they are taken; the writer itself asks only how many there were. */
class Outlet extends ByteWriter {
  taken(): Uint8Array {
    const bytes = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return bytes;
  }
}
