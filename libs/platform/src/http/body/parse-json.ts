import { ProblemError } from '../../problems/problem-error';
import { structuralFaults } from './structural-faults';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses a JSON body strictly: valid UTF-8 (a byte order mark is tolerated), not too deep, nothing unstorable. */
export function parseJsonBody(body: Buffer): unknown {
  const value = parse(decode(body));
  const faults = structuralFaults(value);
  if (faults.length > 0) {
    throw new ProblemError(faults);
  }
  return value;
}

/** Parses a JSON body whose members are judged one by one afterwards: valid UTF-8, valid JSON, and no more. */
export function parseAnyJson(body: Buffer): unknown {
  return parse(decode(body));
}

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new ProblemError({ code: 'platform.invalid-utf8' });
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') {
    throw new ProblemError({ code: 'platform.empty-body' });
  }
  try {
    return JSON.parse(text);
  } catch {
    // The error of JSON.parse quotes the text: it must not get into an answer or a log.
    throw new ProblemError({ code: 'platform.broken-json' });
  }
}
