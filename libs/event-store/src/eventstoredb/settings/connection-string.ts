/** A connection string, taken apart. Holds a password: never logged, never put into an error. */
export interface ConnectionString {
  readonly discover: boolean;
  readonly credentials: string | undefined;
  readonly hosts: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

const FORM =
  /^(?:esdb|kurrentdb)(?<discover>\+discover)?:\/\/(?:(?<credentials>[^@/?]*)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<options>.*))?$/;
const HOST = /^[A-Za-z0-9._-]+(:\d{1,5})?$/;

/** Null where the text is no connection string; it says nothing more, because the text holds a password. */
export function parseConnectionString(text: string): ConnectionString | null {
  const { discover, credentials, hosts = '', options = '' } = FORM.exec(text.trim())?.groups ?? {};
  const names = hosts.split(',');
  const isSound = credentials === undefined || /^[^:]+:.+$/.test(credentials);
  if (!isSound || !names.every((name) => HOST.test(name))) return null;
  const pairs = options.split('&').filter((pair) => pair !== '');
  if (!pairs.every((pair) => /^[^=]+=[^?]+$/.test(pair))) return null;
  const entries = pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return {
    discover: discover !== undefined,
    credentials,
    hosts: names,
    options: new Map(entries as [string, string][]),
  };
}

/** The text that the client package reads. Both families of servers speak the protocol under either name. */
export function formatConnectionString({ discover, credentials, hosts, options }: ConnectionString): string {
  const login = credentials === undefined ? '' : `${credentials}@`;
  const query = [...options].map(([name, value]) => `${name}=${value}`).join('&');
  return `esdb${discover ? '+discover' : ''}://${login}${hosts.join(',')}${query && `?${query}`}`;
}
