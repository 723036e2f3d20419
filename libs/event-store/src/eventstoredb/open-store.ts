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
 * certificate that nobody trusts, is logged, shown in the readiness and waited out.
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
  const { hosts, warnings } = settings;
  for (const warning of warnings) {
    logger?.warn({ hosts, warning }, 'EVENTSTORE_URL is insecure');
  }
  return new EventStoreDbStore(settings, pool, {
    namespace: config.streamPrefix,
    observe: ({ state, reason }) => {
      if (state === 'up') logger?.info({ hosts }, 'EventStoreDB answers again');
      else if (state === 'away') logger?.warn({ hosts, reason }, 'EventStoreDB is away');
      else logger?.error({ hosts, reason }, 'EventStoreDB cannot be used: the configuration is wrong');
    },
  });
}
