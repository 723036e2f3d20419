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

// Types in PostgreSQL's catalogue.
const BYTEA = 17;
const TEXT = 25;
const JSONB = 3802;
/** Of the binary form of `jsonb`. */
const JSONB_VERSION = 1;
/** Dimensions, flags, type, length and lower bound: four bytes each. */
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
/** Length and version before each value. */
const PREFIX_BYTES = 5;

/** Values as JSON, in the binary form of an array: nothing to escape here, nothing to unescape there. */
export function jsonArray(values: readonly unknown[]): Buffer {
  const texts = values.map((value) => JSON.stringify(value));
  const size = texts.reduce((sum, text) => sum + PREFIX_BYTES + Buffer.byteLength(text), HEADER_BYTES);
  const array = begin(size, JSONB, texts.length);
  let at = HEADER_BYTES;
  for (const text of texts) {
    const length = array.write(text, at + PREFIX_BYTES);
    array.writeInt32BE(length + 1, at);
    array.writeUInt8(JSONB_VERSION, at + 4);
    at += PREFIX_BYTES + length;
  }
  return array;
}

/** Texts, in the binary form of an array: for those that are full of what would have to be quoted. */
export function binaryTextArray(values: readonly string[]): Buffer {
  const size = values.reduce((sum, text) => sum + LENGTH_BYTES + Buffer.byteLength(text), HEADER_BYTES);
  const array = begin(size, TEXT, values.length);
  let at = HEADER_BYTES;
  for (const text of values) {
    const length = array.write(text, at + LENGTH_BYTES);
    array.writeInt32BE(length, at);
    at += LENGTH_BYTES + length;
  }
  return array;
}

/** Bytes, in the binary form of an array: as text they would be twice as long, and twice again where they are escaped. */
export function byteaArray(values: readonly Uint8Array[]): Buffer {
  const size = values.reduce((sum, { length }) => sum + LENGTH_BYTES + length, HEADER_BYTES);
  const array = begin(size, BYTEA, values.length);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = array.writeInt32BE(value.length, at);
    array.set(value, at);
    at += value.length;
  }
  return array;
}

function begin(size: number, type: number, length: number): Buffer {
  const array = Buffer.allocUnsafe(size);
  [1, 0, type, length, 1].forEach((part, index) => array.writeInt32BE(part, index * 4));
  return array;
}

const SPECIAL = /["\\]/;

function quote(text: string): string {
  return SPECIAL.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
}
