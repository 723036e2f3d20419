import type { Chance } from '@lueckenlos/projections/testing';
import { until } from '@lueckenlos/platform/testing';
import { exec } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** How long a leader may lead. */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 10_000;
const PATIENCE_MS = 180_000;

/** While a cluster elects there is no leader to kill. */
const NO_LEADER_MS = 1_000;

/**
 * Kills the leader so many times, at moments that chance picks; the command that does it is the operator's. Each leader
 * has acknowledged something before it is killed, else a slow cluster would only ever be dead.
 * @param acknowledged how many events are acknowledged by now
 */
export async function killLeaders(
  command: string,
  kills: number,
  chance: Chance,
  acknowledged: () => number,
): Promise<void> {
  for (let killed = 0; killed < kills;) {
    const before = acknowledged();
    await until(() => acknowledged() > before, { what: 'the cluster to go on', timeoutMs: PATIENCE_MS });
    await pause(SHORTEST_MS + chance(LONGEST_MS - SHORTEST_MS));
    while (!(await succeeds(command))) await pause(NO_LEADER_MS);
    killed++;
    process.stdout.write(`soak: leader ${killed} of ${kills} killed, ${acknowledged()} acknowledged\n`);
  }
}

async function succeeds(command: string): Promise<boolean> {
  return promisify(exec)(command).then(
    () => true,
    () => false,
  );
}
