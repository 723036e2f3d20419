import {
  ConfigurationError,
  startEmbeddedPostgres,
  type Config,
  type Logger,
  type Shutdown,
} from '@lueckenlos/platform';

/** The configured PostgreSQL, or the embedded one, which is then stopped last of all. */
export async function openDatabase(
  { databaseUrl, dataDir }: Config,
  standalone: boolean,
  shutdown: Shutdown,
  logger: Logger,
): Promise<string> {
  if (databaseUrl) return databaseUrl;
  if (!standalone) {
    throw new ConfigurationError([
      'DATABASE_URL must be set: only the standalone process brings a PostgreSQL.',
    ]);
  }
  const server = await shutdown.hold(
    'PostgreSQL',
    () => startEmbeddedPostgres(dataDir, { log: (line) => logger.info(line) }),
    (postgres) => postgres.stop(),
  );
  return server.url;
}
