import { isUtf8 } from 'node:buffer';
import type { Fault } from '@lueckenlos/platform';

/** An event is two levels deep. */
const MAX_DEPTH = 16;

export type ParsedLine = { readonly value: unknown } | { readonly faults: readonly Fault[] };

const fault = (code: string): ParsedLine => ({ faults: [{ code, pointer: '' }] });

/** Reads one line of NDJSON. It never throws: a broken line is one rejection. */
export function parseJsonLine(bytes: Buffer): ParsedLine {
  if (!isUtf8(bytes)) return fault('imports.invalid-utf8');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return fault('imports.broken-line');
  }
  return nestsDeeper(value, MAX_DEPTH) ? fault('imports.nested-too-deeply') : { value };
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const member of Object.values(value)) if (nestsDeeper(member, levels - 1)) return true;
  return false;
}
