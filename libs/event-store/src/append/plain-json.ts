import { UnstorableEventError } from '../errors';

/** Deeper nesting would exhaust somebody's stack: ours, PostgreSQL's or that of whoever replays the log. */
const MAX_DEPTH = 100;

/** Refuses text that PostgreSQL can't keep: NUL, and halves of surrogate pairs, which have no UTF-8. */
export function checkText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new UnstorableEventError('unstorable-text');
  }
}

/**
 * Refuses what JSON would alter silently (dates, NaN, maps, bigints) or never end (cycles), so that every
 * engine gives back what was put in. An undefined member is an absent one, as in JSON.
 */
export function checkPlainJson(value: unknown, depth = 0): void {
  if (typeof value === 'string') {
    checkText(value);
  } else if (Array.isArray(value) && depth < MAX_DEPTH) {
    value.forEach((element) => checkPlainJson(element, depth + 1));
  } else if (isPlainObject(value) && depth < MAX_DEPTH) {
    checkMembers(value, depth);
  } else if (value !== null && typeof value !== 'boolean' && !Number.isFinite(value)) {
    throw new UnstorableEventError('not-plain-json', { depth: MAX_DEPTH });
  }
}

function checkMembers(value: Record<string, unknown>, depth: number): void {
  // A list of its names would be made for every event.
  for (const name in value) {
    const member = value[name];
    if (member !== undefined) {
      checkText(name);
      checkPlainJson(member, depth + 1);
    }
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !hasOwnFormat(value);
}

/** Such an object would write something else than its members. */
function hasOwnFormat(value: object): boolean {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
