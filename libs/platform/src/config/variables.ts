import {
  connectionString,
  databaseUrl,
  flag,
  integer,
  oneOf,
  pattern,
  period,
  readableFile,
  text,
  url,
  type Reader,
} from './readers';

/** One environment variable: where it is found, how it is read, what holds without it. */
export interface Variable<T> {
  readonly name: string;
  readonly read: Reader<T>;
  readonly fallback?: T;
  readonly meaning: string;
  /** How the default is described where it is not a fixed value. */
  readonly defaultText?: string;
}

function required<T>(
  name: string,
  read: Reader<T>,
  fallback: T,
  meaning: string,
): Variable<T> & { fallback: T } {
  return { name, read, fallback, meaning };
}

function optional<T>(name: string, read: Reader<T>, defaultText: string, meaning: string): Variable<T> {
  return { name, read, meaning, defaultText };
}

const mebibyte = 1024 * 1024;

/** Every variable that the system knows. Nothing else reads the environment. */
export const variables = {
  port: required('LUECKENLOS_PORT', integer(0, 65_535), 3000, 'Port of the HTTP server; 0 picks a free one.'),
  host: required(
    'LUECKENLOS_HOST',
    text,
    '127.0.0.1',
    'Address it listens on. 0.0.0.0 opens it to the network: put TLS in front of it.',
  ),
  publicUrl: optional(
    'LUECKENLOS_PUBLIC_URL',
    url('http', 'https'),
    'http://localhost:<port>',
    'Address under which clients reach it; the built-in OpenID provider puts it into its tokens.',
  ),
  dataDir: required(
    'LUECKENLOS_DATA_DIR',
    text,
    './var',
    'Folder for everything that lasts on this machine: embedded PostgreSQL, demo keys and credentials.',
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    databaseUrl,
    'embedded PostgreSQL in the data folder',
    'PostgreSQL to use instead of the embedded one.',
  ),
  databasePoolSize: required(
    'LUECKENLOS_DATABASE_POOL',
    integer(8, 200),
    16,
    'Most connections to PostgreSQL at once.',
  ),
  eventStoreUrl: optional(
    'EVENTSTORE_URL',
    connectionString('esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'),
    'events in PostgreSQL',
    'EventStoreDB or KurrentDB to keep the events in, with user, password and all nodes.',
  ),
  eventStoreClient: required(
    'LUECKENLOS_EVENTSTORE_CLIENT',
    oneOf('@eventstore/db-client', '@kurrent/kurrentdb-client'),
    '@eventstore/db-client',
    'Package that speaks to EventStoreDB or KurrentDB. The other one has to be installed first.',
  ),
  streamPrefix: required(
    'LUECKENLOS_STREAM_PREFIX',
    pattern(/^[A-Za-z][A-Za-z0-9]{0,39}$/, 'a letter and up to 39 more letters and digits'),
    'lueckenlos',
    'What the names of its streams on EventStoreDB begin with, so that several installations can share a cluster.',
  ),
  allowInsecure: required(
    'LUECKENLOS_ALLOW_INSECURE',
    flag,
    false,
    'Set to 1, a connection to EventStoreDB without TLS is accepted in production.',
  ),
  oidcIssuer: optional(
    'OIDC_ISSUER',
    url('http', 'https'),
    'built-in demo provider at /oidc',
    'OpenID issuer whose tokens are trusted. Set means production: the built-in provider is off.',
  ),
  oidcAudience: required('OIDC_AUDIENCE', text, 'lueckenlos', 'Audience that a token must name.'),
  agenciesFile: optional(
    'LUECKENLOS_AGENCIES',
    readableFile,
    'the shipped file',
    'JSON file that says which agency may send which stages and event types.',
  ),
  demo: optional(
    'LUECKENLOS_DEMO',
    oneOf('krefeld', 'none'),
    'krefeld on the embedded database, else none',
    'What an empty store is filled with at first start: a synthetic Krefeld, or nothing.',
  ),
  logLevel: required(
    'LUECKENLOS_LOG_LEVEL',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    'Least severity that is logged.',
  ),
  bodyLimit: required(
    'LUECKENLOS_BODY_LIMIT',
    integer(1024, 256 * mebibyte),
    8 * mebibyte,
    'Most bytes of a JSON body, after decompression. Imports are streamed and have no such limit.',
  ),
  lineLimit: required(
    'LUECKENLOS_LINE_LIMIT',
    integer(1024, 16 * mebibyte),
    64 * 1024,
    'Most bytes of one line of an import; a longer one is a rejected row.',
  ),
  projectionPageSize: required(
    'LUECKENLOS_PROJECTION_PAGE',
    integer(1, 200_000),
    5_000,
    'Events that a projection reads from the log at once.',
  ),
  projectionMemory: required(
    'LUECKENLOS_PROJECTION_MEMORY',
    integer(1, 4_096),
    128,
    'MiB that events take in memory, roughly, before a projection that is behind writes what they bring. More is faster.',
  ),
  replayMemory: required(
    'LUECKENLOS_REPLAY_MEMORY',
    integer(1, 65_536),
    256,
    'MiB that the records of a log take in memory, roughly, while it is replayed; what is more goes into temporary files.',
  ),
  replaysOpen: required(
    'LUECKENLOS_REPLAYS_OPEN',
    integer(1, 1_000),
    20,
    'Most replays that wait or are worked on; a further one is asked to come again.',
  ),
  perturbationTableFile: optional(
    'LUECKENLOS_PERTURBATION_TABLE',
    readableFile,
    'the shipped table d5-v3-js2',
    'JSON file with the perturbation table that releases are protected by, as `perturbation-table` prints it.',
  ),
  releaseSeriesKeyFile: optional(
    'LUECKENLOS_RELEASE_SERIES_KEY',
    readableFile,
    'release-series.key in the data folder, made at first start',
    'File with the secret of the series of releases, in hexadecimal. Whoever has it can take the noise away.',
  ),
  releasesPerMonth: required(
    'LUECKENLOS_RELEASES_PER_MONTH',
    integer(1, 31),
    1,
    'Most releases of a chain in a calendar month; with the demo one more, because it publishes one itself.',
  ),
  releasesPerAsOf: required(
    'LUECKENLOS_RELEASES_PER_AS_OF',
    integer(1, 12),
    3,
    'Most releases of a chain at one as-of month: each is one more draw of the noise on nearly the same children.',
  ),
  releaseFloor: required(
    'LUECKENLOS_RELEASE_FLOOR',
    integer(0, 10_000),
    30,
    'The least published base on which a release shows a share.',
  ),
  releaseMemory: required(
    'LUECKENLOS_RELEASE_MEMORY',
    integer(1, 65_536),
    64,
    'MiB of answers from releases that a process keeps in memory, as they were written, to give them again.',
  ),
  accessLogRetention: required(
    'LUECKENLOS_ACCESS_LOG_RETENTION',
    period(28),
    'P5Y',
    'How long entries of the access log are kept: years, months and days as an ISO 8601 period, at least 28 days.',
  ),
  shutdownSeconds: required(
    'LUECKENLOS_SHUTDOWN_SECONDS',
    integer(1, 25),
    20,
    'Time for requests under way to finish once a signal asks the process to stop.',
  ),
} as const;
