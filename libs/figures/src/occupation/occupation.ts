import { BIRTH_STAGE, type ExitReason, type OccupationRow } from '@lueckenlos/chain';
import { stateOccupation, type Estimate } from '@lueckenlos/statistics';
import type { Group } from '../cube/group-table';
import { FLOOR } from '../curves/curves';

/** Where the children of a group are at the end of month t of their lives. */
export interface OccupationStratumPoint {
  readonly t: number;
  readonly atRisk: Readonly<Record<string, number>>;
  /** The probability of each state; they add up to 1. */
  readonly states: Readonly<Record<string, Estimate>>;
  readonly belowFloor: boolean;
}

export interface OccupationStratum {
  readonly key: Group;
  readonly points: readonly OccupationStratumPoint[];
}

/** How reasons to leave are named as states. */
const NAMES: Readonly<Record<ExitReason, string>> = { moved_out: 'moved-out', died: 'died' };

const GONE: readonly string[] = Object.values(NAMES);

function stateName(state: string): string {
  return (NAMES as Record<string, string>)[state] ?? state;
}

/** Furthest stages by age in one group, for whoever is born there: a point for each month in which something happens. */
export function occupationOf(
  key: Group,
  rows: readonly OccupationRow[],
  states: readonly string[],
): OccupationStratum {
  const named = rows.map(({ transitions, ...row }) => ({
    ...row,
    transitions: transitions.map(({ from, to, n }) => ({ from, to: stateName(to), n })),
  }));
  const present = states.filter((state) => !GONE.includes(state));
  const points = stateOccupation(states, named, BIRTH_STAGE).map((point) => {
    const atRisk: Record<string, number> = {};
    let total = 0;
    for (const state of present) total += atRisk[state] = point.atRisk[state] ?? 0;
    return { t: point.t, atRisk, states: point.states, belowFloor: total < FLOOR };
  });
  return { key, points };
}
