import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Between } from './positions-between';
import type { DeliveryKind } from './changed-cells';

const DELIVERIES_BETWEEN = loadSql(join(__dirname, '../source-coverage/sql'), 'deliveries-between.sql');

/** What agencies said about deliveries between two positions. */
export class DeliveryKinds {
  private constructor(
    private readonly said: readonly {
      readonly kind: DeliveryKind;
      readonly stages: readonly string[] | null;
    }[],
  ) {}

  static async between(tx: PoolClient, [from, to]: Between): Promise<DeliveryKinds> {
    const { rows } = await tx.query<{ kind: DeliveryKind; stages: string[] | null }>(DELIVERIES_BETWEEN, [
      from.toString(),
      to.toString(),
    ]);
    return new DeliveryKinds(rows);
  }

  get areAny(): boolean {
    return this.said.length > 0;
  }

  /** The kinds of what was said about a stage. */
  about(stage: string): Set<DeliveryKind> {
    const said = this.said.filter(({ stages }) => stages?.includes(stage) ?? true);
    return new Set(said.map(({ kind }) => kind));
  }
}
