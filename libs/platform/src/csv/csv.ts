export type CsvValue = string | number | boolean | null | undefined;

/** Writes a table as CSV (RFC 4180) with a header line. */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  return [header, ...rows].map(csvLine).join('');
}

/** One line of it, with its end. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: CsvValue): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
