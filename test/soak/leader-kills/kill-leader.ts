import type { Chance } from '@lueckenlos/projections/testing';
import { exec } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Between two kills: long enough for an election, too short for a quiet life. */
const SHORTEST_MS = 3_000;
const LONGEST_MS = 12_000;

/** While a cluster elects there is no leader to kill. */
const NO_LEADER_MS = 1_000;

/** Kills the leader so many times, at moments that chance picks; the command that does it is the operator's. */
export async function killLeaders(command: string, kills: number, chance: Chance): Promise<void> {
  for (let killed = 0; killed < kills;) {
    await pause(SHORTEST_MS + chance(LONGEST_MS - SHORTEST_MS));
    while (!(await succeeds(command))) await pause(NO_LEADER_MS);
    killed++;
    process.stdout.write(`soak: leader ${killed} of ${kills} killed\n`);
  }
}

async function succeeds(command: string): Promise<boolean> {
  return promisify(exec)(command).then(
    () => true,
    () => false,
  );
}
