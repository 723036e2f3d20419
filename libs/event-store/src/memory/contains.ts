/** Containment as PostgreSQL's `@>` means it: members of objects and elements of arrays may be more. */
export function contains(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return Array.isArray(value) && pattern.every((part) => value.some((element) => contains(element, part)));
  }
  if (isObject(pattern)) {
    return isObject(value) && Object.entries(pattern).every(([name, part]) => holds(value, name, part));
  }
  return value === pattern;
}

function holds(value: Record<string, unknown>, name: string, part: unknown): boolean {
  return part === undefined || (Object.hasOwn(value, name) && contains(value[name], part));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
