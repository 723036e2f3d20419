import type { CurveNumbers, Stratum } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { laneKey, type Lane } from './lane';
import { Numbering } from './numbering';

const SQL = join(__dirname, 'sql');
const STAGES = loadSql(SQL, 'stages.sql');
const ADD_STAGES = loadSql(SQL, 'add-stages.sql');
const STRATA = loadSql(SQL, 'strata.sql');
const ADD_STRATA = loadSql(SQL, 'add-strata.sql');
const LANES = loadSql(SQL, 'lanes.sql');
const ADD_LANES = loadSql(SQL, 'add-lanes.sql');

/** The numbers of lanes, stages and strata. New ones are given at once and stored by {@link saveNew}. */
export class CurveIds implements CurveNumbers {
  private readonly stages = new Numbering<string>((stage) => stage);
  private readonly strata = new Numbering<Stratum>(({ area, povertyRisk }) =>
    JSON.stringify([area, povertyRisk]),
  );
  private readonly lanes = new Numbering<Lane>(laneKey);
  /** The numbers of strata by area, then by what is known of poverty risk. */
  private readonly ofArea = new Map<string | null, Map<boolean | null, number>>();
  /** By stratum. */
  private readonly coarse: number[] = [];

  static async load(tx: PoolClient): Promise<CurveIds> {
    const ids = new CurveIds();
    const stages = await tx.query<{ id: number; stage: string }>(STAGES);
    for (const { id, stage } of stages.rows) ids.stages.remember(id, stage);
    const strata = await tx.query<{ id: number; area: string | null; poverty_risk: boolean | null }>(STRATA);
    for (const { id, area, poverty_risk } of strata.rows)
      ids.strata.remember(id, { area, povertyRisk: poverty_risk });
    const lanes = await tx.query<Lane & { id: number }>(LANES);
    for (const { id, ...lane } of lanes.rows) ids.lanes.remember(id, lane);
    return ids;
  }

  lane(lane: Lane): number {
    return this.lanes.idOf(lane);
  }

  /** 0 for no stage: what is common to all of them is packed shortest. */
  stage(id: string): number {
    return id === '' ? 0 : this.stages.idOf(id);
  }

  stratum(stratum: Stratum): number {
    const { area, povertyRisk } = stratum;
    let ofArea = this.ofArea.get(area);
    if (!ofArea) this.ofArea.set(area, (ofArea = new Map<boolean | null, number>()));
    let id = ofArea.get(povertyRisk);
    if (id === undefined) ofArea.set(povertyRisk, (id = this.strata.idOf(stratum)));
    return id;
  }

  /** The stratum of the same poverty risk in any area. */
  withoutArea(id: number): number {
    let coarse = this.coarse[id];
    if (coarse === undefined) {
      const { povertyRisk } = this.strata.valueOf(id);
      coarse = this.strata.idOf({ area: null, povertyRisk });
      this.coarse[id] = coarse;
    }
    return coarse;
  }

  async saveNew(tx: PoolClient): Promise<void> {
    await saveAdded(tx, ADD_STAGES, this.stages, [(stage) => stage]);
    await saveAdded(tx, ADD_STRATA, this.strata, [({ area }) => area, ({ povertyRisk }) => povertyRisk]);
    await saveAdded(tx, ADD_LANES, this.lanes, [
      ({ chain }) => chain,
      ({ measure }) => measure,
      ({ from }) => from,
      ({ cuboid }) => cuboid,
      ({ part }) => part,
    ]);
  }
}

async function saveAdded<T>(
  tx: PoolClient,
  sql: string,
  numbering: Numbering<T>,
  columns: readonly ((value: T) => unknown)[],
): Promise<void> {
  const added = numbering.takeAdded();
  if (added.length === 0) return;
  const values = columns.map((column) => added.map(({ value }) => column(value)));
  await tx.query(sql, [added.map(({ id }) => id), ...values]);
}
