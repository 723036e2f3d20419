import type { Fault } from '../../problems/problem-definition';

/** Deep enough for every document of ours, far from what exhausts a stack. */
const DEPTH_LIMIT = 32;
const MOST_FAULTS = 100;

/** Controls but for tab and line ends, and halves of surrogate pairs: PostgreSQL refuses NUL and halves. */
const FORBIDDEN = /(?![\t\n\r])[\p{Control}\p{Surrogate}]/u;

/** What is wrong with a parsed JSON value whatever it means, each fault with the pointer to its place. */
export function structuralFaults(value: unknown): Fault[] {
  const faults: Fault[] = [];
  visit(value, '', 0, faults);
  return faults;
}

function visit(value: unknown, pointer: string, depth: number, faults: Fault[]): void {
  if (faults.length >= MOST_FAULTS) {
    return;
  }
  if (typeof value === 'string') {
    note(FORBIDDEN.test(value), 'platform.forbidden-character', pointer, faults);
  } else if (typeof value === 'number') {
    note(!Number.isFinite(value), 'platform.number-out-of-range', pointer, faults);
  } else if (typeof value === 'object' && value !== null) {
    visitMembers(value, pointer, depth + 1, faults);
  }
}

function visitMembers(value: object, pointer: string, depth: number, faults: Fault[]): void {
  if (depth > DEPTH_LIMIT) {
    faults.push({ code: 'platform.nested-too-deeply', pointer, params: { limit: DEPTH_LIMIT } });
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (FORBIDDEN.test(name)) {
      // The name itself is left out of the pointer: it can't be shown.
      faults.push({ code: 'platform.forbidden-character', pointer });
      continue;
    }
    const place = `${pointer}/${pointerToken(name)}`;
    note(name === '__proto__', 'platform.forbidden-member', place, faults);
    visit(member, place, depth, faults);
  }
}

function note(wrong: boolean, code: string, pointer: string, faults: Fault[]): void {
  if (wrong) {
    faults.push({ code, pointer });
  }
}

/** Escapes a member's name for a JSON pointer (RFC 6901). */
export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
