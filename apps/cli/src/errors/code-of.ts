/** The code of an error of Node, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** What to say of an error that came from outside. */
export function reasonOf(error: unknown): string {
  return codeOf(error) ?? String(error);
}
