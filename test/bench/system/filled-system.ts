import { timed } from '../report/timing';
import type { BenchDatabase, BenchPostgres } from './bench-database';
import type { BenchClient } from './client';
import { measureOn } from './measure-on';
import { startProcess } from './measured-process';
import { fillLog } from './quick-fill';
import { waitForReadModels } from './read-models';

/** All modules in one process, over a full log, with the read models up to date. */
export interface FilledSystem {
  readonly client: BenchClient;
  readonly database: BenchDatabase;
  readonly events: number;
  /** How long the read models took to catch up with the whole log at the first start. */
  readonly firstCatchUpSeconds: number;
}

/** Defines and fills with no read models about, then starts them: they meet the whole log at once. */
export function withFilledSystem<T>(
  postgres: BenchPostgres,
  size: number,
  measure: (system: FilledSystem) => Promise<T>,
): Promise<T> {
  return measureOn(postgres, 'intake', async (_, database) => {
    const events = await fillLog(database, size);
    const standalone = await startProcess('standalone', database.url);
    const { client } = standalone;
    try {
      const { seconds } = await timed(() => waitForReadModels(client));
      return await measure({ client, database, events, firstCatchUpSeconds: seconds });
    } finally {
      await standalone.stop();
    }
  });
}
