import { parse } from 'csv-parse/sync';

/** The fields of one record after RFC 4180; null where its quotes are broken. */
export function csvFields(text: string): string[] | null {
  if (!text.includes('"')) return text.split(',');
  try {
    return parse(text, { relax_column_count: true })[0] ?? null;
  } catch {
    return null;
  }
}
