import { seriesDeadline, stagesInOrder, unpackChanges, type Coverage } from '@lueckenlos/chain';
import { loadSql } from '@lueckenlos/platform';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import type { Judge } from '../cube/count-child';
import type { ChainInForce } from '../cube/read-model';
import type { FigureQuery } from '../query/figure-query';

const DEADLINE_CELLS = loadSql(join(__dirname, 'sql'), 'deadline-cells.sql');

interface CellRow {
  readonly stage: string;
  readonly birth_year: number;
  readonly school_year: number | null;
  readonly area: string | null;
  readonly poverty_risk: boolean | null;
  readonly months: number[];
  readonly starts: number[];
  readonly changes: Buffer;
}

/** Judges all lost cases and closed windows at the as-of month, with everything known up to the position. */
export async function readUnconfirmed(
  tx: PoolClient,
  query: FigureQuery,
  chain: ChainInForce,
  coverage: Pick<Coverage, 'completedThrough'>,
  unconfirmed: Judge,
): Promise<void> {
  const { asOf, dimension, filters } = query;
  const open = stagesInOrder(chain.definition)
    .map(({ id }) => ({ id, through: coverage.completedThrough(id, null) }))
    // A window is closed, and a case lost, from the month after the deadline on.
    .filter(({ through }) => through < asOf - 1);
  if (open.length === 0) return;
  const { rows } = await tx.query<CellRow>(DEADLINE_CELLS, [
    query.chain,
    open.map(({ id }) => id),
    open.map(({ through }) => through),
    // 'first' holds the difference to 'last'.
    dimension === 'first' ? ['last', 'first'] : ['last'],
    filters.birthYear,
    filters.schoolYear,
    filters.area,
    filters.povertyRisk,
  ]);
  for (const row of rows) judgeCell(row, asOf, unconfirmed);
}

function judgeCell({ stage, ...row }: CellRow, asOf: number, unconfirmed: Judge): void {
  const { birth_year: birthYear, school_year: schoolYear, area, poverty_risk: povertyRisk } = row;
  const counts = new Map<number, number>();
  unpackChanges({ months: row.months, starts: row.starts, bytes: row.changes }, (month, series, n) => {
    if (month <= asOf) counts.set(series, (counts.get(series) ?? 0) + n);
  });
  for (const [series, n] of counts) {
    const { deadline, ...counted } = seriesDeadline(series, birthYear);
    const cell = { birthYear, schoolYear, area, povertyRisk };
    if (n !== 0) unconfirmed.add(cell, { ...counted, stage }, deadline, n);
  }
}
