import type { StoredEvent } from '@lueckenlos/event-store';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Projection } from '../runner/projection';
import { applyCases } from './apply-cases';
import { applyAreas, applyChain, schedulersInForce } from './apply-definitions';
import { isPartnerEvent } from './partner-record';

const TABLES = [
  'chain',
  'area-edition',
  'case-state',
  'case-state-known',
  'cell',
  'cell-of-chain',
  'cell-storage',
  'series',
];

const CHAIN_DEFINED = 'lueckenlos.chain-defined.v1';
const AREAS_DEFINED = 'lueckenlos.areas-defined.v1';

/** The case read model and the status aggregate: what drop-off tables and flows are answered from. */
export const dropOffs: Projection = {
  name: 'drop-offs',
  code: 2,
  tables: TABLES.map((table) => loadSql(join(__dirname, 'tables'), `${table}.sql`)),

  async apply(events: readonly StoredEvent[], tx: PoolClient): Promise<void> {
    for (const run of runs(events)) {
      const first = run[0];
      if (!first) continue;
      if (first.type === CHAIN_DEFINED) await applyChain(tx, first);
      else if (first.type === AREAS_DEFINED) await applyAreas(tx, first);
      else await applyCases(tx, run.filter(isPartnerEvent), await schedulersInForce(tx));
    }
  },
};

/** Definitions stand alone, what lies between them is applied together. */
function runs(events: readonly StoredEvent[]): StoredEvent[][] {
  const found: StoredEvent[][] = [];
  let open = false;
  for (const event of events) {
    const alone = event.type === CHAIN_DEFINED || event.type === AREAS_DEFINED;
    if (alone || !open) found.push([event]);
    else found.at(-1)?.push(event);
    open = !alone;
  }
  return found;
}
