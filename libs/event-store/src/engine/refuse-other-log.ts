import { ConfigurationError, loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { EventStore } from '../port';

const WHICH_LOG = loadSql(join(__dirname, 'sql'), 'which-log.sql');

/**
 * A log is not carried over by setting or unsetting a variable: the process would go on with an empty one, and the
 * read models would miss everything before.
 */
export async function refuseOtherLog(pool: Pool, engine: EventStore['engine']): Promise<void> {
  const { rows } = await pool.query<Record<string, boolean>>(WHICH_LOG);
  const [log] = rows;
  if (engine === 'eventstoredb' && log?.['postgresql']) {
    throw new ConfigurationError(['EVENTSTORE_URL: this database holds a log of its own. Unset it.']);
  }
  if (engine === 'postgresql' && log?.['eventstoredb']) {
    throw new ConfigurationError(['EVENTSTORE_URL: the log of this database is on EventStoreDB. Set it.']);
  }
}
