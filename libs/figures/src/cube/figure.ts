import { formatMonth, type Cell, type Measure } from '@lueckenlos/chain';
import { inTransaction, ProblemError } from '@lueckenlos/platform';
import type { Pool, PoolClient } from 'pg';
import { AreaMap } from '../areas/area-map';
import { UNKNOWN, type Breakdown, type FigureQuery } from '../query/figure-query';
import type { CubeRow } from './cube';
import { lateDifferences } from './late-records';
import { readCube } from './read-cube';
import { areaEditions, chainInForce, enterLiveVersion, type ChainInForce } from './read-model';

/** The values of the dimensions that a figure is broken down by, in the order of the question. */
export type Group = Partial<Record<Breakdown, string | number | boolean>>;

/** Counts by measure, stage and value, for one group. */
export interface GroupCounts {
  readonly group: Group;
  count(measure: Measure, stage: string, value: string): number;
  /** The values of a measure at a stage that have a count. */
  values(measure: Measure, stage: string): readonly (readonly [value: string, n: number])[];
}

/** An exact answer, from one state of the read models. */
export interface Figure {
  readonly query: FigureQuery;
  readonly chain: ChainInForce;
  /** Everything up to here is in the answer. */
  readonly position: bigint;
  readonly areas: AreaMap;
  readonly groups: readonly GroupCounts[];
}

/** Answers an exact question: the aggregate, less and plus what differs at an earlier known-before instant. */
export async function readFigure(
  pool: Pool,
  asked: FigureQuery,
  measures: readonly Measure[],
): Promise<Figure> {
  return inTransaction(pool, (tx) => figureWithin(tx, asked, measures), 'REPEATABLE READ');
}

async function figureWithin(
  tx: PoolClient,
  asked: FigureQuery,
  measures: readonly Measure[],
): Promise<Figure> {
  const position = await enterLiveVersion(tx);
  if (position === 0n) throw noChain(asked.chain);
  const chain = await chainInForce(tx, asked.chain);
  const areas = new AreaMap(await areaEditions(tx), asked.asOf);
  const query = { ...asked, filters: { ...asked.filters, area: areaFilter(asked, areas) } };
  checkLevel(query, areas);
  const table = new Groups(query, areas);
  for (const row of await readCube(tx, query, measures)) table.add(row);
  const { knownBefore } = query;
  if (knownBefore) {
    for await (const row of lateDifferences(tx, { ...query, knownBefore }, chain, measures)) table.add(row);
  }
  return { query: asked, chain, position, areas, groups: table.sorted() };
}

function noChain(chain: string): ProblemError {
  return new ProblemError({ code: 'figures.unknown-chain', pointer: '/chain', params: { chain, known: [] } });
}

/** A filter by area takes its descendants with it. */
function areaFilter({ filters: { area }, asOf }: FigureQuery, areas: AreaMap): string[] | null {
  if (area === null) return null;
  const unknown = area.find((code) => code !== UNKNOWN && !areas.has(code));
  if (unknown !== undefined) {
    const params = { area: unknown, month: formatMonth(asOf) };
    throw new ProblemError({ code: 'figures.unknown-area', pointer: '/area', params });
  }
  return [...new Set(area.flatMap((code) => (code === UNKNOWN ? [UNKNOWN] : areas.withDescendants(code))))];
}

function checkLevel({ level, asOf }: FigureQuery, areas: AreaMap): void {
  if (level === null || areas.levels().includes(level)) return;
  const params = { level, month: formatMonth(asOf), known: areas.levels() };
  throw new ProblemError({ code: 'figures.unknown-level', pointer: '/level', params });
}

/** Sums rows up by the values of the breakdown. */
class Groups {
  private readonly groups = new Map<string, { group: Group; counts: Map<string, Map<string, number>> }>();

  constructor(
    private readonly query: FigureQuery,
    private readonly areas: AreaMap,
  ) {}

  add({ cell, measure, stage, value, n }: CubeRow): void {
    const group = this.groupOf(cell);
    const key = JSON.stringify(group);
    const entry = this.groups.get(key) ?? { group, counts: new Map<string, Map<string, number>>() };
    this.groups.set(key, entry);
    const series = `${measure} ${stage}`;
    const values = entry.counts.get(series) ?? new Map<string, number>();
    entry.counts.set(series, values);
    values.set(value, (values.get(value) ?? 0) + n);
  }

  sorted(): GroupCounts[] {
    const { by } = this.query;
    const ordered = [...this.groups.values()].sort((a, b) => compareGroups(a.group, b.group, by));
    return ordered.map(({ group, counts }) => ({
      group,
      count: (measure, stage, value) => counts.get(`${measure} ${stage}`)?.get(value) ?? 0,
      values: (measure, stage) => [...(counts.get(`${measure} ${stage}`) ?? [])].filter(([, n]) => n !== 0),
    }));
  }

  private groupOf(cell: Cell): Group {
    const group: Group = {};
    for (const breakdown of this.query.by) group[breakdown] = this.valueOf(cell, breakdown) ?? UNKNOWN;
    return group;
  }

  private valueOf(cell: Cell, breakdown: Breakdown): string | number | boolean | null {
    const { level } = this.query;
    if (breakdown !== 'area' || level === null || cell.area === null) return cell[breakdown];
    return this.areas.ancestor(cell.area, level);
  }
}

function compareGroups(a: Group, b: Group, by: readonly Breakdown[]): number {
  for (const breakdown of by) {
    const [left, right] = [String(a[breakdown]), String(b[breakdown])];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
