import { ConfigurationError } from '@lueckenlos/platform';
import { formatConnectionString, parseConnectionString, type ConnectionString } from './connection-string';

export type ClientPackage = '@eventstore/db-client' | '@kurrent/kurrentdb-client';

/** How the log is reached. The connection string holds a password: it goes to the client and nowhere else. */
export interface EventStoreDbSettings {
  readonly connectionString: string;
  /** Where the nodes are, for logs. */
  readonly hosts: string;
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
  const weaknesses = weaknessesOf(parsed);
  if (weaknesses.length > 0 && rules.production && !rules.allowInsecure) {
    throw wrong([...weaknesses, 'set LUECKENLOS_ALLOW_INSECURE=1 if that is meant']);
  }
  return {
    connectionString: formatConnectionString({ ...parsed, options: optionsOf(parsed) }),
    hosts: parsed.hosts.join(', '),
    clientPackage: rules.clientPackage ?? '@eventstore/db-client',
    warnings: weaknesses,
  };
}

function weaknessesOf({ credentials, options }: ConnectionString): string[] {
  const isOpen = isFalse(options.get('tls'));
  const unknown = [...options.keys()].filter((name) => !isKnown(name));
  return [
    ...(isOpen ? ['tls=false sends everything unencrypted'] : []),
    ...(isOpen && credentials !== undefined ? ['tls=false sends no user and no password'] : []),
    ...(isFalse(options.get('tlsVerifyCert')) ? ['tlsVerifyCert=false has no effect; name a tlsCAFile'] : []),
    ...(unknown.length > 0 ? [`unknown options have no effect: ${unknown.join(', ')}`] : []),
  ];
}

function optionsOf({ discover, hosts, options }: ConnectionString): Map<string, string> {
  const passed = [...options].filter(([name]) => PASSED_ON.includes(name));
  const cluster = discover || hosts.length > 1;
  const ours: [string, string][] = cluster
    ? [
        ['nodePreference', 'leader'],
        ['maxDiscoverAttempts', FOR_EVER],
      ]
    : [];
  return new Map([['connectionName', 'lueckenlos'], ...passed, ...ours]);
}

const isKnown = (name: string): boolean => [...PASSED_ON, ...OURS, 'tlsVerifyCert'].includes(name);
const isFalse = (value: string | undefined): boolean => value?.trim().toLowerCase() === 'false';

function wrong(mistakes: readonly string[]): ConfigurationError {
  return new ConfigurationError(mistakes.map((mistake) => `EVENTSTORE_URL: ${mistake}.`));
}
