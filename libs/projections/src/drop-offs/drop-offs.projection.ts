import type { StoredEvent } from '@lueckenlos/event-store';
import type { PoolClient } from 'pg';
import { AGGREGATES } from '../aggregates/aggregates';
import { countFiles } from '../case-files/count-files';
import { caseFileTables } from '../case-files/tables';
import { definitionTables } from '../definitions/tables';
import { deliveryCalendarTables } from '../delivery-calendars/tables';
import type { Projection } from '../runner/projection';
import { CaseStretch } from './case-stretch';

/**
 * Definitions, delivery calendars, case files and the aggregates over children: what all figures are answered from. One
 * projection, so that every answer comes from one position of the log.
 */
export const dropOffs: Projection = {
  name: 'drop-offs',
  code: 7,
  tables: [
    ...definitionTables,
    ...deliveryCalendarTables,
    ...caseFileTables,
    ...AGGREGATES.flatMap(({ tables }) => tables),
  ],

  async apply(events: readonly StoredEvent[], tx: PoolClient): Promise<void> {
    const stretch = new CaseStretch(AGGREGATES);
    stretch.add(events);
    await stretch.apply(tx);
  },

  bulk: {
    begin: () => new CaseStretch(AGGREGATES),
    count: (tx, reader) => countFiles(tx, reader, AGGREGATES),
  },
};
