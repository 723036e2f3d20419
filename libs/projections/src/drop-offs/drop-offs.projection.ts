import type { StoredEvent } from '@lueckenlos/event-store';
import type { PoolClient } from 'pg';
import { AGGREGATES } from '../aggregates/aggregates';
import { applyDeliveries } from '../case-files/apply-deliveries';
import { isAboutACase } from '../case-files/delivered';
import { caseFileTables } from '../case-files/tables';
import { applyAreas, applyChain } from '../definitions/apply-definitions';
import { definitionTables } from '../definitions/tables';
import { applyCalendar, CALENDAR_DEFINED } from '../delivery-calendars/apply-calendars';
import { applyStatements, isDeliveryStatement } from '../delivery-calendars/apply-statements';
import { deliveryCalendarTables } from '../delivery-calendars/tables';
import type { Projection } from '../runner/projection';

const CHAIN_DEFINED = 'lueckenlos.chain-defined.v1';
const AREAS_DEFINED = 'lueckenlos.areas-defined.v1';
const ALONE: readonly string[] = [CHAIN_DEFINED, AREAS_DEFINED, CALENDAR_DEFINED];

/**
 * Definitions, delivery calendars, case files and the aggregates over children: what all figures are answered from. One
 * projection, so that every answer comes from one position of the log.
 */
export const dropOffs: Projection = {
  name: 'drop-offs',
  code: 5,
  tables: [
    ...definitionTables,
    ...deliveryCalendarTables,
    ...caseFileTables,
    ...AGGREGATES.flatMap(({ tables }) => tables),
  ],

  async apply(events: readonly StoredEvent[], tx: PoolClient): Promise<void> {
    for (const run of runs(events)) {
      const first = run[0];
      if (!first) continue;
      if (first.type === CHAIN_DEFINED) await applyChain(tx, first, AGGREGATES);
      else if (first.type === AREAS_DEFINED) await applyAreas(tx, first);
      else if (first.type === CALENDAR_DEFINED) await applyCalendar(tx, first);
      else {
        await applyStatements(tx, run.filter(isDeliveryStatement));
        await applyDeliveries(tx, run.filter(isAboutACase), AGGREGATES);
      }
    }
  },
};

/** Definitions stand alone, what lies between them is applied together. */
function runs(events: readonly StoredEvent[]): StoredEvent[][] {
  const found: StoredEvent[][] = [];
  let open = false;
  for (const event of events) {
    const alone = ALONE.includes(event.type);
    if (alone || !open) found.push([event]);
    else found.at(-1)?.push(event);
    open = !alone;
  }
  return found;
}
