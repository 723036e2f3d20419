/*
 * Arrays as PostgreSQL reads them: `{1,2}`. The general encoder of `pg` looks at each element for everything it
 * could be; for ten thousand events that is a good part of an append. Here the type is known.
 */

/** Numbers, UUIDs, instants: nothing in them needs quoting. */
export function plainArray(values: readonly (string | number | bigint)[]): string {
  return `{${values.join(',')}}`;
}

export function textArray(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : quote(value))).join(',')}}`;
}

/**
 * Values as JSON. In JSON text all control characters are escaped already, so that quotes and backslashes are
 * what is left: writing it as a JSON string once more escapes just these, and natively.
 */
export function jsonArray(values: readonly unknown[]): string {
  return `{${values.map((value) => JSON.stringify(JSON.stringify(value))).join(',')}}`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
