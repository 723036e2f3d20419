import type { StoredEvent } from '@lueckenlos/event-store';
import type { PoolClient } from 'pg';
import type { Projection } from '../runner/projection';
import { applyArrivals } from './apply-arrivals';
import { dataQualityTables } from './tables';

/** What agencies sent and when it became known: data quality and reporting delays. It knows no case. */
export const quality: Projection = {
  name: 'quality',
  code: 1,
  tables: dataQualityTables,

  async apply(events: readonly StoredEvent[], tx: PoolClient): Promise<void> {
    await applyArrivals(
      tx,
      events.filter(({ source }) => source !== null),
    );
  },
};
