const MAX_NAME = 128;

/** Extends a JSON pointer by a member; a name that somebody made very long is cut. */
export function pointerTo(pointer: string, name: string): string {
  const legible = name.slice(0, MAX_NAME).toWellFormed();
  return `${pointer}/${legible.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
