import { formatMonth, type PeriodStanding } from '@lueckenlos/chain';
import { toCsv } from '@lueckenlos/platform';

/** An announced period, as it is answered. */
export interface DeliveryRow {
  readonly agency: string;
  readonly stages: readonly string[];
  readonly areas?: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
  readonly due: string;
  readonly state: PeriodStanding['state'];
  /** RFC 3339 UTC. */
  readonly completedAt: string | null;
}

export function deliveryRow({
  agency,
  stages,
  areas,
  from,
  to,
  due,
  state,
  completedAt,
}: PeriodStanding): DeliveryRow {
  return {
    agency,
    stages,
    ...(areas === null ? {} : { areas }),
    period: { from: formatMonth(from), to: formatMonth(to) },
    due: formatMonth(due),
    state,
    completedAt: completedAt === null ? null : new Date(completedAt).toISOString(),
  };
}

/** One line per period; stages and areas are separated by spaces, no areas are the whole town. */
export function deliveriesAsCsv(rows: readonly DeliveryRow[]): string {
  const header = ['agency', 'stages', 'areas', 'from', 'to', 'due', 'state', 'completedAt'];
  const lines = rows.map(({ agency, stages, areas = [], period, due, state, completedAt }) => [
    agency,
    stages.join(' '),
    areas.join(' '),
    period.from,
    period.to,
    due,
    state,
    completedAt,
  ]);
  return toCsv(header, lines);
}
