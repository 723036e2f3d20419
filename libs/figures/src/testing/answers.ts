import type { Scope, Status } from '@lueckenlos/chain';
import type { ShareEstimate } from '@lueckenlos/statistics';
import type { Group } from '../cube/group-table';
import type { Asking, RunningFigures } from './start-figures';

/** The JSON of `GET /v1/drop-offs`, as a client reads it. */
export interface DropOffs {
  readonly asOf: string;
  readonly knownBefore: string;
  readonly position: string;
  readonly scope: Record<Scope, number>;
  readonly rows: readonly DropOff[];
}

export type DropOff = Group & {
  readonly stage: string;
  readonly counts: Partial<Record<Status, number>>;
  readonly reachedShare: ShareEstimate;
};

export interface Flows {
  readonly rows: readonly (Group & {
    readonly from: string;
    readonly to: string | null;
    readonly count: number;
  })[];
}

/** Asks for a figure and expects an answer. */
export async function answer<T>(figures: RunningFigures, path: string, asking?: Asking): Promise<T> {
  const response = await figures.get(path, asking);
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${path} is answered with ${response.status}: ${body}`);
  return JSON.parse(body) as T;
}

/** Counts added up over rows, by stage and status. */
export function totals(rows: readonly DropOff[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { stage, counts } of rows) {
    for (const [status, n] of Object.entries(counts)) {
      sums.set(`${stage} ${status}`, (sums.get(`${stage} ${status}`) ?? 0) + n);
    }
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
