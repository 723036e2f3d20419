const MASK = '***';
const SECRET_NAME = /secret|password|passwd|token|key/i;

/** A value as it may be shown: without passwords, wherever in it they stand. */
export function masked(name: string, value: string): string {
  if (value !== '' && SECRET_NAME.test(name)) return MASK;
  return URL.canParse(value) ? maskedUrl(new URL(value)) : value;
}

function maskedUrl(url: URL): string {
  if (url.password !== '') url.password = MASK;
  for (const parameter of [...url.searchParams.keys()]) {
    if (SECRET_NAME.test(parameter)) url.searchParams.set(parameter, MASK);
  }
  return url.href;
}
