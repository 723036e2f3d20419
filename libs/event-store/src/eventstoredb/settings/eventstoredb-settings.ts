import { ConfigurationError } from '@lueckenlos/platform';
import { brokenFiles } from './broken-files';
import { formatConnectionString, parseConnectionString, type ConnectionString } from './connection-string';

export type ClientPackage = '@eventstore/db-client' | '@kurrent/kurrentdb-client';

/** How the log is reached. The connection string holds a password: it goes to the client and nowhere else. */
export interface EventStoreDbSettings {
  readonly connectionString: string;
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  /** Whether the client looks for the leader itself. */
  readonly isCluster: boolean;
  readonly tls: boolean;
  /** Authorities to trust instead of those that Node.js trusts. */
  readonly caFile: string | undefined;
  readonly clientPackage: ClientPackage;
  /** What an operator should know and nothing stops at. */
  readonly warnings: readonly string[];
}

export interface SettingsRules {
  /** Whether others than its developers rely on this process. */
  readonly production: boolean;
  /** The operator has said that an insecure connection is meant. */
  readonly allowInsecure: boolean;
  readonly clientPackage?: ClientPackage;
}

/** What goes to the client as the operator wrote it. */
const PASSED_ON = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'connectionName',
  'discoveryInterval',
  'gossipTimeout',
];
/** What is ours to say: the adapter's promises rest on it. */
const OURS = [
  'maxDiscoverAttempts',
  'nodePreference',
  'throwOnAppendFailure',
  'defaultDeadline',
  'keepAliveInterval',
  'keepAliveTimeout',
];
const NUMBERS = ['discoveryInterval', 'gossipTimeout'];
const DEFAULT_PORT = 2113;
/** One failed discovery spoils all later appends of a client, so it is never given up. */
const FOR_EVER = String(2 ** 31 - 1);

/**
 * Reads EVENTSTORE_URL. The client prints the whole string, password and all, for options that it does not know or
 * cannot follow: those never reach it.
 * @throws ConfigurationError naming every mistake, and no value
 */
export function readSettings(url: string, rules: SettingsRules): EventStoreDbSettings {
  const parsed = parseConnectionString(url);
  if (!parsed)
    throw wrong(['must have the form esdb://[user:password@]host[:port][,host…][?option=value&…]']);
  const broken = [...unreadableValues(parsed.options), ...brokenFiles(parsed.options)];
  if (broken.length > 0) throw wrong(broken);
  const weaknesses = weaknessesOf(parsed);
  if (weaknesses.length > 0 && rules.production && !rules.allowInsecure) {
    throw wrong([...weaknesses, 'set LUECKENLOS_ALLOW_INSECURE=1 if that is meant']);
  }
  return {
    connectionString: formatConnectionString({ ...parsed, options: optionsOf(parsed) }),
    nodes: parsed.hosts.map(nodeAt),
    isCluster: isCluster(parsed),
    tls: tlsIn(parsed.options) === 'true',
    caFile: parsed.options.get('tlsCAFile'),
    clientPackage: rules.clientPackage ?? '@eventstore/db-client',
    warnings: weaknesses,
  };
}

/** The client would refuse them with an error that holds the whole string. */
function unreadableValues(options: ConnectionString['options']): string[] {
  const numbers = NUMBERS.filter((name) => !/^\d+$/.test(options.get(name) ?? '0'));
  return [
    ...(/^(true|false)$/.test(tlsIn(options)) ? [] : ['tls must be true or false']),
    ...numbers.map((name) => `${name} must be a number of milliseconds`),
  ];
}

function weaknessesOf({ credentials, options }: ConnectionString): string[] {
  const isOpen = tlsIn(options) === 'false';
  const unknown = [...options.keys()].filter((name) => !isKnown(name));
  return [
    ...(isOpen ? ['tls=false sends everything unencrypted'] : []),
    ...(isOpen && credentials !== undefined ? ['tls=false sends no user and no password'] : []),
    ...(isFalse(options.get('tlsVerifyCert')) ? ['tlsVerifyCert=false has no effect; name a tlsCAFile'] : []),
    ...(unknown.length > 0 ? [`unknown options have no effect: ${unknown.join(', ')}`] : []),
  ];
}

function optionsOf(connection: ConnectionString): Map<string, string> {
  const passed = [...connection.options].filter(([name]) => PASSED_ON.includes(name));
  const ours: [string, string][] = isCluster(connection)
    ? [
        ['nodePreference', 'leader'],
        ['maxDiscoverAttempts', FOR_EVER],
      ]
    : [];
  const given = new Map([['connectionName', 'lueckenlos'], ...passed, ...ours] as [string, string][]);
  return given.has('tls') ? given.set('tls', tlsIn(given)) : given;
}

function nodeAt(name: string): { host: string; port: number } {
  const [host = '', port = DEFAULT_PORT] = name.split(':');
  return { host, port: Number(port) };
}

const isCluster = ({ discover, hosts }: ConnectionString): boolean => discover || hosts.length > 1;
const isKnown = (name: string): boolean => [...PASSED_ON, ...OURS, 'tlsVerifyCert'].includes(name);
/** The client knows it in lower case only. */
const tlsIn = (options: ReadonlyMap<string, string>): string =>
  (options.get('tls') ?? 'true').trim().toLowerCase();
const isFalse = (value: string | undefined): boolean => value?.trim().toLowerCase() === 'false';

function wrong(mistakes: readonly string[]): ConfigurationError {
  return new ConfigurationError(mistakes.map((mistake) => `EVENTSTORE_URL: ${mistake}.`));
}
