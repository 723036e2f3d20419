import type { Config, Logger } from '@lueckenlos/platform';
import type { Pool } from 'pg';
import { EventStoreDbStore } from './eventstoredb-store';
import { readSettings } from './settings/eventstoredb-settings';

type Settings = Pick<
  Config,
  'eventStoreUrl' | 'eventStoreClient' | 'streamPrefix' | 'oidcIssuer' | 'allowInsecure'
>;

/**
 * The log on the configured server. What is wrong with the setting itself ends the start; a server that is away, or a
 * certificate that nobody trusts, is shown in the readiness, logged with it, and waited out.
 * @throws ConfigurationError
 */
export function openEventStoreDb(
  url: string,
  config: Settings,
  pool: Pool,
  logger?: Logger,
): EventStoreDbStore {
  const settings = readSettings(url, {
    production: config.oidcIssuer !== undefined,
    allowInsecure: config.allowInsecure,
    clientPackage: config.eventStoreClient,
  });
  const nodes = settings.nodes.map(({ host, port }) => `${host}:${port}`);
  logger?.info({ nodes }, 'The log is kept on EventStoreDB');
  for (const warning of settings.warnings) {
    logger?.warn({ nodes, warning }, 'EVENTSTORE_URL is insecure');
  }
  return new EventStoreDbStore(settings, pool, { namespace: config.streamPrefix });
}
